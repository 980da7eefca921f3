//curfew:models 0

// A pool keeps goroutines until it is closed; Close waits for every connection to be released. Written from
// v5.12.0.
package pgxpool

import (
	"context"

	pgx "github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

//curfew:starts until Close
//curfew:must-release result until Close
func New(ctx context.Context, connString string) (*Pool, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewWithConfig(ctx context.Context, config *Config) (*Pool, error)

func ParseConfig(connString string) (*Config, error)

type Config struct{}

type Conn struct{}

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (c *Conn) Begin(ctx context.Context) (pgx.Tx, error)

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (c *Conn) BeginTx(ctx context.Context, txOptions pgx.TxOptions) (pgx.Tx, error)

func (c *Conn) Conn() *pgx.Conn

//curfew:waits ctx
//curfew:affects database
func (c *Conn) CopyFrom(ctx context.Context, tableName pgx.Identifier, columnNames []string, rowSrc pgx.CopyFromSource) (int64, error)

//curfew:waits ctx
//curfew:affects database
func (c *Conn) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error)

//curfew:releases
func (c *Conn) Hijack() *pgx.Conn

//curfew:waits ctx
func (c *Conn) Ping(ctx context.Context) error

//curfew:waits ctx
//curfew:must-release result until Close
func (c *Conn) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)

//curfew:waits ctx
func (c *Conn) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row

//curfew:releases
func (c *Conn) Release()

//curfew:waits ctx
//curfew:affects database
//curfew:must-release result until Close
func (c *Conn) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults

type Pool struct{}

//curfew:waits ctx
//curfew:must-release result until Release Hijack
func (p *Pool) Acquire(ctx context.Context) (c *Conn, err error)

//curfew:waits ctx
//curfew:runs f
func (p *Pool) AcquireFunc(ctx context.Context, f func(*Conn) error) error

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (p *Pool) Begin(ctx context.Context) (pgx.Tx, error)

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (p *Pool) BeginTx(ctx context.Context, txOptions pgx.TxOptions) (pgx.Tx, error)

//curfew:blocks database
//curfew:releases
func (p *Pool) Close()

//curfew:waits ctx
//curfew:affects database
func (p *Pool) CopyFrom(ctx context.Context, tableName pgx.Identifier, columnNames []string, rowSrc pgx.CopyFromSource) (int64, error)

//curfew:waits ctx
//curfew:affects database
func (p *Pool) Exec(ctx context.Context, sql string, arguments ...any) (pgconn.CommandTag, error)

//curfew:waits ctx
func (p *Pool) Ping(ctx context.Context) error

//curfew:waits ctx
//curfew:must-release result until Close
func (p *Pool) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)

//curfew:waits ctx
func (p *Pool) QueryRow(ctx context.Context, sql string, args ...any) pgx.Row

//curfew:waits ctx
//curfew:affects database
//curfew:must-release result until Close
func (p *Pool) SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults
