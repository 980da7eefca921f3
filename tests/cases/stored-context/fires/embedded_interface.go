// Run time: the struct embeds the interface context.Context itself and passes it on in each call.
package cases

import (
	"context"
	"database/sql"
)

type users struct {
	context.Context
	db *sql.DB
}

func newUsers(ctx context.Context, db *sql.DB) *users {
	return &users{Context: ctx, db: db}
}

func (u *users) purge() error {
	_, err := u.db.ExecContext(u.Context, "DELETE FROM users") // want stored-context "Context"
	return err
}

func nightly(ctx context.Context, u *users) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return u.purge()
}
