-- What a model of language makes of texts, kept so that each text is sent to it once. Nothing rests
-- on it: without the rows, or without a model, everything works.

CREATE TABLE text_embedding (
  model text NOT NULL CHECK (model <> ''),
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  vector bytea NOT NULL CHECK (octet_length(vector) > 0 AND octet_length(vector) % 4 = 0),
  made_on date NOT NULL DEFAULT current_date,
  PRIMARY KEY (model, digest)
);
COMMENT ON TABLE text_embedding IS
  'Vectors of meaning by model and text; rows older than 180 days are dropped, so that nothing is '
  'left of texts that are no longer here';
COMMENT ON COLUMN text_embedding.model IS
  'The model, and what is put before each text for it';
COMMENT ON COLUMN text_embedding.digest IS 'SHA-256 of the text in UTF-8';
COMMENT ON COLUMN text_embedding.vector IS 'Numbers of 32 bits (IEEE 754), lowest byte first';
COMMENT ON COLUMN text_embedding.made_on IS 'The day on which the model was asked';
CREATE INDEX text_embedding_made_on_idx ON text_embedding (made_on);
