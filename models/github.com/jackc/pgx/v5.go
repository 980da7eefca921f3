//curfew:models 0

// Everything waits under its context. Rows keep the connection busy until they are closed or read to their
// end. Written from v5.12.0.
package pgx

import (
	"context"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
)

var ErrNoRows error

var ErrTooManyRows error

var ErrTxClosed error

//curfew:waits ctx
//curfew:runs fn
//curfew:affects database
func BeginFunc(ctx context.Context, db interface {
	Begin(ctx context.Context) (Tx, error)
}, fn func(Tx) error) (err error)

//curfew:waits ctx
//curfew:runs fn
//curfew:affects database
func BeginTxFunc(ctx context.Context, db interface {
	BeginTx(ctx context.Context, txOptions TxOptions) (Tx, error)
}, txOptions TxOptions, fn func(Tx) error) (err error)

//curfew:releases
func CollectOneRow[T any](rows Rows, fn RowToFunc[T]) (T, error)

//curfew:releases
func CollectRows[T any](rows Rows, fn RowToFunc[T]) ([]T, error)

//curfew:waits ctx
//curfew:must-release result until Close
func Connect(ctx context.Context, connString string) (*Conn, error)

//curfew:waits ctx
//curfew:must-release result until Close
func ConnectConfig(ctx context.Context, connConfig *ConnConfig) (*Conn, error)

func ParseConfig(connString string) (*ConnConfig, error)

func RowToStructByName[T any](row CollectableRow) (T, error)

func RowTo[T any](row CollectableRow) (T, error)

type Batch struct{}

func (b *Batch) Queue(query string, arguments ...any) *QueuedQuery

type BatchResults interface {
	//curfew:releases
	Close() error
	Exec() (pgconn.CommandTag, error)
	//curfew:must-release result until Close
	Query() (Rows, error)
	QueryRow() Row
	Tx() Tx
}

type CollectableRow interface{}

type Conn struct{}

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (c *Conn) Begin(ctx context.Context) (Tx, error)

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (c *Conn) BeginTx(ctx context.Context, txOptions TxOptions) (Tx, error)

//curfew:releases
func (c *Conn) Close(ctx context.Context) error

//curfew:waits ctx
//curfew:affects database
func (c *Conn) CopyFrom(ctx context.Context, tableName Identifier, columnNames []string, rowSrc CopyFromSource) (int64, error)

//curfew:waits ctx
//curfew:affects database
func (c *Conn) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error)

//curfew:waits ctx
func (c *Conn) Ping(ctx context.Context) error

//curfew:waits ctx
func (c *Conn) Prepare(ctx context.Context, name string, sql string) (sd *pgconn.StatementDescription, err error)

//curfew:waits ctx
//curfew:must-release result until Close
func (c *Conn) Query(ctx context.Context, sql string, args ...any) (Rows, error)

//curfew:waits ctx
func (c *Conn) QueryRow(ctx context.Context, sql string, args ...any) Row

//curfew:waits ctx
//curfew:affects database
//curfew:must-release result until Close
func (c *Conn) SendBatch(ctx context.Context, b *Batch) BatchResults

//curfew:waits ctx
func (c *Conn) WaitForNotification(ctx context.Context) (*pgconn.Notification, error)

type ConnConfig struct{}

type CopyFromSource interface {
	Err() error
	Next() bool
	Values() ([]any, error)
}

type Identifier []string

type LargeObjects struct{}

type QueuedQuery struct{}

type Row interface {
	Scan(dest ...any) error
}

type RowToFunc[T any] func(row CollectableRow) (T, error)

type Rows interface {
	//curfew:releases
	Close()
	CommandTag() pgconn.CommandTag
	Conn() *Conn
	Err() error
	FieldDescriptions() []pgconn.FieldDescription
	//curfew:exhausts
	Next() bool
	RawValues() [][]byte
	Scan(dest ...any) error
	TypeMap() *pgtype.Map
	Values() ([]any, error)
}

type Tx interface {
	//curfew:waits ctx
	//curfew:must-release result until Commit Rollback
	Begin(ctx context.Context) (Tx, error)
	//curfew:waits ctx
	//curfew:affects database
	//curfew:releases
	Commit(ctx context.Context) error
	Conn() *Conn
	//curfew:waits ctx
	//curfew:affects database
	CopyFrom(ctx context.Context, tableName Identifier, columnNames []string, rowSrc CopyFromSource) (int64, error)
	//curfew:waits ctx
	//curfew:affects database
	Exec(ctx context.Context, sql string, arguments ...any) (commandTag pgconn.CommandTag, err error)
	LargeObjects() LargeObjects
	//curfew:waits ctx
	Prepare(ctx context.Context, name string, sql string) (*pgconn.StatementDescription, error)
	//curfew:waits ctx
	//curfew:must-release result until Close
	Query(ctx context.Context, sql string, args ...any) (Rows, error)
	//curfew:waits ctx
	QueryRow(ctx context.Context, sql string, args ...any) Row
	//curfew:waits ctx
	//curfew:releases
	Rollback(ctx context.Context) error
	//curfew:waits ctx
	//curfew:affects database
	//curfew:must-release result until Close
	SendBatch(ctx context.Context, b *Batch) BatchResults
}

type TxOptions struct{}
