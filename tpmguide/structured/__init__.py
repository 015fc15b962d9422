"""What pages say, once more for machines: schema.org in JSON-LD, from the values they show."""
