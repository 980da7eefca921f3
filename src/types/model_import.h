// model_import.h - packages whose source is not at hand, read from the library models.
#ifndef CURFEW_TYPES_MODEL_IMPORT_H
#define CURFEW_TYPES_MODEL_IMPORT_H

#include "types/types.h"

// An importer that checks a model's declarations as a package when its path is first asked for,
// and keeps their byte form. What no model describes is not to be had (NULL). Forms live until
// model_importer_free; both arguments must live as long. May be asked from several threads, as
// long as no one else makes the store read a model.
Importer model_importer_new(ModelStore *models, Names *names);
void model_importer_free(Importer importer);

#endif
