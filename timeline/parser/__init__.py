"""The parser: Document and Sentences in, TimeExpressions and Statements out. Pure: no clock, no disk after load, no database."""
