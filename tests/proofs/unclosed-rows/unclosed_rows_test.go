// Rows keep their connection until they are closed or read to the end; with a pool of one the next query waits.
package proofs_unclosed_rows

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"testing"
	"time"
)

// A driver whose every query gives three rows.
type fake struct{}

func (fake) Open(string) (driver.Conn, error)             { return conn{}, nil }
func (fake) Connect(context.Context) (driver.Conn, error) { return conn{}, nil }
func (f fake) Driver() driver.Driver                      { return f }

type conn struct{}

func (conn) Prepare(string) (driver.Stmt, error) { return stmt{}, nil }
func (conn) Close() error                        { return nil }
func (conn) Begin() (driver.Tx, error)           { return nil, errors.New("no transactions") }

type stmt struct{}

func (stmt) Close() error                               { return nil }
func (stmt) NumInput() int                              { return -1 }
func (stmt) Exec([]driver.Value) (driver.Result, error) { return driver.ResultNoRows, nil }
func (stmt) Query([]driver.Value) (driver.Rows, error)  { return &rows{left: 3}, nil }

type rows struct{ left int }

func (*rows) Columns() []string { return []string{"n"} }
func (*rows) Close() error      { return nil }
func (r *rows) Next(to []driver.Value) error {
	if r.left == 0 {
		return io.EOF
	}
	r.left--
	to[0] = int64(r.left)
	return nil
}

// free says whether a second query gets a connection after the first one's rows went through use.
func free(t *testing.T, use func(*sql.Rows)) bool {
	db := sql.OpenDB(fake{})
	defer db.Close()
	db.SetMaxOpenConns(1)
	first, err := db.Query("SELECT n FROM t")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	use(first)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	second, err := db.QueryContext(ctx, "SELECT n FROM t")
	if err != nil {
		return false
	}
	second.Close()
	return true
}

func TestReadInPartKeepsTheConnection(t *testing.T) {
	if free(t, func(r *sql.Rows) { r.Next() }) {
		t.Error("the second query was answered")
	}
}

func TestClosedGivesItBack(t *testing.T) {
	if !free(t, func(r *sql.Rows) { r.Next(); r.Close() }) {
		t.Error("the second query waited")
	}
}

func TestReadToTheEndGivesItBack(t *testing.T) {
	read := func(r *sql.Rows) {
		for r.Next() {
		}
	}
	if !free(t, read) {
		t.Error("the second query waited")
	}
}
