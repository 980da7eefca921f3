// Each job on the channel brings the context of whoever sent it.
package cases

import (
	"context"
	"database/sql"
)

type job struct {
	ctx       context.Context
	statement string
	result    chan error
}

func work(db *sql.DB, jobs <-chan job) {
	for j := range jobs {
		_, err := db.ExecContext(j.ctx, j.statement)
		j.result <- err
	}
}

func submit(ctx context.Context, jobs chan<- job, statement string) error {
	j := job{ctx: ctx, statement: statement, result: make(chan error, 1)}
	select {
	case jobs <- j:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-j.result:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
