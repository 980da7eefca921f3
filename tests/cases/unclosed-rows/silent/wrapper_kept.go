// Near miss of wrapper: the rows are kept in a cursor of our own, which has a Close.
package cases

import (
	"context"
	"database/sql"
)

type cursor struct {
	rows *sql.Rows
}

func open(ctx context.Context, db *sql.DB) (*cursor, error) {
	rows, err := db.QueryContext(ctx, "SELECT id FROM jobs")
	if err != nil {
		return nil, err
	}
	return &cursor{rows: rows}, nil
}

func (c *cursor) Close() error {
	return c.rows.Close()
}
