// Run time: the importer returns early, and the deadline's timer stays in the tree of above until it fires.
package cases

import (
	"context"
	"time"
)

type row struct{ name string }

type importer struct{ seen int }

func (imp *importer) store(c context.Context, rows []row) error {
	imp.seen += len(rows)
	return c.Err()
}

func (imp *importer) importRows(above context.Context, rows []row) error {
	below, _ := context.WithTimeout(above, 90*time.Second) // want lost-cancel "WithTimeout"
	return imp.store(below, rows)
}
