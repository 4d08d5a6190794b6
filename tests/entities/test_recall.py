"""The drugs and brands of French dermatology are found by any of their names; no everyday word is taken for one."""

import pytest
from spellchecker import SpellChecker

from extract.entities.folding import fold, fold_lower
from extract.entities.stems import stemmed_words
from tests.entities.marked import found, named

SAME_IN_BOTH_LANGUAGES = [
    "abrocitinib", "adalimumab", "amlitélimab", "anakinra", "anifrolumab", "aprémilast", "avélumab", "azathioprine",
    "baricitinib", "barzolvolimab", "bélimumab", "bérotralstat", "bilastine", "bimékizumab", "brépocitinib",
    "brodalumab", "cémiplimab", "certolizumab", "clobétasol", "colchicine", "crisaborole", "dabrafénib", "dapsone",
    "delgocitinib", "dersimélagon", "desloratadine", "deucravacitinib", "difamilast", "doxycycline", "dupilumab",
    "efgartigimod", "encorafénib", "étanercept", "guselkumab", "hydroxychloroquine", "ifidancitinib", "imiquimod",
    "infliximab", "ipilimumab", "itraconazole", "ixékizumab", "izokibep", "lanadélumab", "lébrikizumab",
    "lénalidomide", "ligelizumab", "méthotrexate", "minoxidil", "mogamulizumab", "némolizumab", "nivolumab",
    "omalizumab", "pembrolizumab", "pimécrolimus", "povorcitinib", "prednisone", "propranolol", "relatlimab",
    "rémibrutinib", "risankizumab", "ritlécitinib", "rituximab", "rocatinlimab", "roflumilast", "ruxolitinib",
    "sarécycline", "sécukinumab", "sirolimus", "sonélokimab", "sonidégib", "spésolimab", "spironolactone",
    "tacrolimus", "tapinarof", "terbinafine", "tézépélumab", "thalidomide", "tildrakizumab", "timolol",
    "tofacitinib", "tralokinumab", "tramétinib", "upadacitinib", "ustékinumab", "vémurafénib", "vismodégib",
]  # fmt: skip

FRENCH_AND_ENGLISH = {
    "acide azélaïque": "azelaic acid",
    "acitrétine": "acitretin",
    "adapalène": "adapalene",
    "afamélanotide": "afamelanotide",
    "alitrétinoïne": "alitretinoin",
    "bétaméthasone": "betamethasone",
    "bexarotène": "bexarotene",
    "brentuximab védotine": "brentuximab vedotin",
    "calcipotriol": "calcipotriene",
    "ciclosporine": "cyclosporine",
    "clascotérone": "clascoterone",
    "finastéride": "finasteride",
    "fluorouracile": "fluorouracil",
    "isotrétinoïne": "isotretinoin",
    "ivermectine": "ivermectin",
    "lévocétirizine": "levocetirizine",
    "métronidazole": "metronidazole",
    "mycophénolate mofétil": "mycophenolate mofetil",
    "peroxyde de benzoyle": "benzoyl peroxide",
    "perméthrine": "permethrin",
    "toxine botulique": "botulinum toxin",
    "trifarotène": "trifarotene",
}

BRANDS = {
    "Adtralza": "tralokinumab", "Aklief": "trifarotène", "Aldara": "imiquimod", "Anzupgo": "delgocitinib",
    "Bimzelx": "bimékizumab", "Cibinqo": "abrocitinib", "Cosentyx": "sécukinumab", "Curacné": "isotrétinoïne",
    "Daivobet": "bétaméthasone + calcipotriol", "Dermoval": "clobétasol", "Diprosone": "bétaméthasone",
    "Dupixent": "dupilumab", "Ebglyss": "lébrikizumab", "Efudix": "fluorouracile", "Elidel": "pimécrolimus",
    "Enbrel": "étanercept", "Enstilar": "bétaméthasone + calcipotriol", "Erivedge": "vismodégib",
    "Hemangiol": "propranolol", "Humira": "adalimumab", "Ilumetri": "tildrakizumab", "Imurel": "azathioprine",
    "Keytruda": "pembrolizumab", "Kyntheum": "brodalumab", "Libtayo": "cémiplimab", "Litfulo": "ritlécitinib",
    "MabThera": "rituximab", "Nemluvio": "némolizumab", "Néoral": "ciclosporine", "Olumiant": "baricitinib",
    "Opdivo": "nivolumab", "Opzelura": "ruxolitinib", "Otezla": "aprémilast", "Plaquenil": "hydroxychloroquine",
    "Protopic": "tacrolimus", "Rhapsido": "rémibrutinib", "Rinvoq": "upadacitinib", "Skyrizi": "risankizumab",
    "Soolantra": "ivermectine", "Soriatane": "acitrétine", "Sotyktu": "deucravacitinib", "Spevigo": "spésolimab",
    "Stelara": "ustékinumab", "Stromectol": "ivermectine", "Tafinlar": "dabrafénib", "Taltz": "ixékizumab",
    "Toctino": "alitrétinoïne", "Tremfya": "guselkumab", "Winlevi": "clascotérone", "Xolair": "omalizumab",
}  # fmt: skip


def drug_of(name: str) -> list[object]:
    """The drugs found in a sentence that holds `name`."""
    return [drug for _, drug in named("drug", f"Le {name} a été évalué dans cette maladie.")]


def test_names_that_differ_by_accents_at_most() -> None:
    assert len(SAME_IN_BOTH_LANGUAGES) >= 80
    assert [name for name in SAME_IN_BOTH_LANGUAGES if drug_of(name) != [name]] == []
    assert [name for name in SAME_IN_BOTH_LANGUAGES if drug_of(fold(name)) != [name]] == []
    assert [name for name in SAME_IN_BOTH_LANGUAGES if drug_of(name.upper()) != [name]] == []


def test_names_that_differ_between_the_languages() -> None:
    assert [french for french in FRENCH_AND_ENGLISH if drug_of(french) != [french]] == []
    assert [english for french, english in FRENCH_AND_ENGLISH.items() if drug_of(english) != [french]] == []


def test_brands() -> None:
    assert {brand: drug_of(brand) for brand in BRANDS} == {brand: [inn] for brand, inn in BRANDS.items()}


DRUGS_OF_EVERYDAY_LANGUAGE = [
    "acupuncture", "adrénaline", "agrafe", "allaitement", "antibiotique", "anticoagulant", "antidépresseur",
    "antiseptique", "antituberculeux", "aspirine", "attelle", "bandage", "biologique", "caféine", "calamine",
    "chimiothérapie", "circoncision", "codéine", "comblement", "compression", "curage", "curetage", "diurétique",
    "excision", "glycérine", "goudron", "hydratant", "hydrothérapie", "hypnose", "hypnotique", "insuline",
    "irradiation", "kinésithérapie", "laser", "magnésium", "miel", "mécanothérapie", "morphine", "moustiquaire",
    "méditation", "neuroleptique", "nicotine", "pansement", "préservatif", "pénicilline", "quinine",
    "radiothérapie", "rééducation", "soufre", "streptomycine", "sulfamide", "suture", "thalassothérapie",
    "thalidomide", "ultrason", "urée", "vaccin", "vaseline", "vitamine", "zinc", "émollient",
]  # fmt: skip


@pytest.mark.slow
def test_no_everyday_word_is_a_drug_a_target_or_a_trial() -> None:
    words = sorted(SpellChecker(language="fr", distance=1).word_frequency.words())
    assert len(words) > 100_000
    text = "\n".join(words)
    known = {fold(word) for word in DRUGS_OF_EVERYDAY_LANGUAGE}
    assert sorted({word for word, _ in found("drug", text) if fold(word).rstrip("s") not in known}) == []
    assert list(stemmed_words(fold_lower(text))) == []
    assert {fold(word).rstrip("s") for word, _ in found("target", text)} == {"oestrogene"}
    assert found("trial", text) == found("registry", text) == []
