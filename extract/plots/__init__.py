"""Pictures of the rows' own numbers: `rows` chooses what is drawn, `pool` pools on request, the others draw."""
