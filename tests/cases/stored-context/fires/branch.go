// Run time: only the branch for large batches waits, and it does so under the stored context.
package cases

import (
	"context"
	"database/sql"
)

type writer struct {
	ctx   context.Context
	db    *sql.DB
	lines []string
}

func newWriter(ctx context.Context, db *sql.DB) *writer {
	return &writer{ctx: ctx, db: db}
}

func (w *writer) add(line string) error {
	w.lines = append(w.lines, line)
	if len(w.lines) < 100 {
		return nil
	}
	_, err := w.db.ExecContext(w.ctx, "INSERT INTO lines SELECT $1", w.lines) // want stored-context "ctx"
	w.lines = w.lines[:0]
	return err
}

func load(jobCtx context.Context, w *writer, lines <-chan string) error {
	for {
		select {
		case <-jobCtx.Done():
			return jobCtx.Err()
		case line, ok := <-lines:
			if !ok {
				return nil
			}
			if err := w.add(line); err != nil {
				return err
			}
		}
	}
}
