"""An invented article: what the layout tests typeset in many ways, and the truth they compare with."""

TITLE = "Traitements systémiques de l’eczéma chronique des mains : mise au point"

ABSTRACT = (
    "RÉSUMÉ : L’eczéma chronique des mains touche environ 4 % des adultes et retentit sur le travail. Les "
    "dermocorticoïdes restent le premier recours, mais leur effet s’épuise souvent. Nous passons en revue les "
    "traitements par voie générale, leurs résultats chiffrés et leurs limites."
)

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Introduction",
        (
            "L’eczéma des mains associe des facteurs constitutionnels et professionnels dont la part respective "
            "varie d’un malade à l’autre. Les irritants, au premier rang desquels l’eau et les détergents, "
            "entretiennent l’altération de la barrière cutanée et favorisent la sensibilisation. Lorsque les "
            "lésions durent plus de trois mois malgré un traitement local bien conduit, un traitement systémique "
            "se discute [1].",
            "La physiopathologie fait intervenir les voies de l’IL-4, de l’IL-13 et de l’IFN-γ, ainsi que les "
            "récepteurs du TNF-α présents sur les kératinocytes. Cette diversité explique sans doute que la "
            "réponse aux anti-inflammatoires soit si inégale d’un malade à l’autre [2, 3].",
        ),
    ),
    (
        "Efficacité des rétinoïdes",
        (
            "Dans un essai randomisé mené en double aveugle chez 318 adultes, une guérison complète ou presque "
            "complète était obtenue à la semaine 24 chez 47,2 % des malades recevant 30 mg par jour, contre 16,4 %"
            " dans le groupe placebo (risque relatif : 2,9 ; IC95 % : 2,0-4,2 ; p < 0,001). La dose de 10 mg "
            "donnait un résultat intermédiaire de 27,5 %. Les céphalées étaient l’effet indésirable le plus "
            "fréquent et disparaissaient le plus souvent après une diminution de la posologie.",
            "Une seconde étude, ouverte celle-ci, a suivi pendant un an 140 répondeurs. Le délai médian avant la "
            "rechute était de 5,5 mois, et 79,6 % des malades rechuteurs répondaient de nouveau à un second "
            "traitement de même durée. Les auteurs soulignent que le bilan lipidique doit être surveillé tous les "
            "mois pendant la première année.",
        ),
    ),
    (
        "Place des immunosuppresseurs",
        (
            "La ciclosporine à faible dose, de l’ordre de 3 mg/kg par jour, réduit le score de moitié en six "
            "semaines, mais sa néphrotoxicité interdit un usage prolongé. Le méthotrexate n’a fait l’objet que de "
            "séries rétrospectives portant sur moins de cinquante malades chacune. L’azathioprine est parfois "
            "proposée chez le sujet polysensibilisé, sans que sa supériorité ait été démontrée par un essai "
            "contrôlé.",
            "Les inhibiteurs de Janus kinases ouvrent une voie nouvelle. Appliqués localement ou pris par la "
            "bouche, ils bloquent plusieurs cytokines à la fois. Les premiers résultats publiés sont "
            "encourageants, avec une réduction moyenne du score de 68,5 % à la semaine 16 dans le bras actif "
            "contre 31,0 % dans le bras contrôle. Leur tolérance au long cours reste cependant à préciser.",
        ),
    ),
    (
        "Conclusion",
        (
            "Le choix du traitement dépend du type clinique, de la profession et des comorbidités. Une prise en "
            "charge pluridisciplinaire, associant dermatologue, allergologue et médecin du travail, reste "
            "indispensable pour limiter le risque d’inaptitude et pour maintenir le malade dans son emploi.",
        ),
    ),
)

KEY_POINTS = (
    "L’éviction des irritants est la première mesure à prendre.",
    "Un traitement par voie générale se discute après trois mois d’échec.",
    "La surveillance biologique est mensuelle pendant la première année.",
)

FOOTNOTE = "Score coté de 0 à 360 selon l’étendue et l’intensité des signes."

RUNNING_HEADS = ("Cahiers imaginaires de dermatologie", "Mise au point")

TABLE_CAPTION = "Tableau 1. Réponses à la semaine 24 selon le groupe de traitement."
TABLE = (
    ("Critère", "30 mg (n = 106)", "10 mg (n = 106)", "Placebo (n = 106)"),
    ("Guérison, n (%)", "50 (47,2)", "29 (27,4)", "17 (16,0)"),
    ("Réduction du score (IC95 %)", "68,5 (61,2-75,8)", "49,1 (41,0-57,2)", "31,0 (23,9-38,1)"),
    ("Céphalées, %", "24,5", "11,3", "5,7"),
    ("Arrêt pour effet indésirable, %", "6,6", "2,8", "1,9"),
)

FIGURE_CAPTION = "Fig. 1 : Guérison à la semaine 24 dans les trois groupes."
BARS = (
    ("30 mg", "n = 106", 47.2, "47,2 %", "IC95 % : 37,4-57,1"),
    ("10 mg", "n = 106", 27.4, "27,4 %", "IC95 % : 19,2-36,9"),
    ("Placebo", "n = 106", 16.0, "16,0 %", "IC95 % : 9,6-24,4"),
)
AXIS_TITLE = "Malades guéris (%)"

REFERENCES = (
    "1. Aubrac T, Lemestre V. Hand eczema in daily practice. J Imag Dermatol, 2019;4:12-19.",
    "2. Okafor N, Brissac P, Weil D. Cytokines of the barrier. Skin Rev, 2020;11:201-212.",
    "3. Delorme S, Rossi A. Retinoids revisited. Acta Fict, 2021;7:88-97.",
)

BODY = tuple(paragraph for _, paragraphs in SECTIONS for paragraph in paragraphs)
HEADINGS = tuple(heading for heading, _ in SECTIONS)
