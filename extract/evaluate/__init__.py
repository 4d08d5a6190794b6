"""How good the evidence table is: rows scored against gold files, by kind, slot, rule and confidence, with history."""
