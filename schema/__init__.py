"""What a record of evidence is: the contract that the writing and the reading side share."""
