"""Problems of scenario files: where, what was found, what to do; and the wording that all messages share."""
