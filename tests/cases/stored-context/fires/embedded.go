// Run time: the stored context comes from an embedded struct, and the promoted field is what the call waits under.
package cases

import (
	"context"
	"database/sql"
)

type common struct {
	ctx context.Context
	db  *sql.DB
}

type users struct {
	common
	table string
}

func newUsers(ctx context.Context, db *sql.DB) *users {
	return &users{common: common{ctx: ctx, db: db}, table: "users"}
}

func (u *users) purge() error {
	_, err := u.db.ExecContext(u.ctx, "DELETE FROM "+u.table) // want stored-context "ctx"
	return err
}

func nightly(ctx context.Context, u *users) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return u.purge()
}
