//curfew:models 0

// A database handle keeps a goroutine until it is closed; rows and transactions keep a connection
// until they end. Forms without a context wait for the server however long it takes.
package sql

import (
	"context"
	"database/sql/driver"
	"reflect"
	"time"
)

const (
	LevelDefault         IsolationLevel = 0
	LevelReadUncommitted IsolationLevel = 1
	LevelReadCommitted   IsolationLevel = 2
	LevelWriteCommitted  IsolationLevel = 3
	LevelRepeatableRead  IsolationLevel = 4
	LevelSnapshot        IsolationLevel = 5
	LevelSerializable    IsolationLevel = 6
	LevelLinearizable    IsolationLevel = 7
)

var (
	ErrConnDone error
	ErrNoRows   error
	ErrTxDone   error
)

func Drivers() []string

func Named(name string, value any) NamedArg

//curfew:starts until Close
//curfew:must-release result until Close
func Open(driverName, dataSourceName string) (*DB, error)

//curfew:starts until Close
//curfew:must-release result until Close
func OpenDB(c driver.Connector) *DB

func Register(name string, driver driver.Driver)

type ColumnType struct{}

func (ci *ColumnType) DatabaseTypeName() string

func (ci *ColumnType) DecimalSize() (precision, scale int64, ok bool)

func (ci *ColumnType) Length() (length int64, ok bool)

func (ci *ColumnType) Name() string

func (ci *ColumnType) Nullable() (nullable, ok bool)

func (ci *ColumnType) ScanType() reflect.Type

type Conn struct{}

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (c *Conn) BeginTx(ctx context.Context, opts *TxOptions) (*Tx, error)

//curfew:releases
func (c *Conn) Close() error

//curfew:waits ctx
//curfew:affects database
func (c *Conn) ExecContext(ctx context.Context, query string, args ...any) (Result, error)

//curfew:waits ctx
func (c *Conn) PingContext(ctx context.Context) error

//curfew:waits ctx
//curfew:must-release result until Close
func (c *Conn) PrepareContext(ctx context.Context, query string) (*Stmt, error)

//curfew:waits ctx
//curfew:must-release result until Close
func (c *Conn) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error)

//curfew:waits ctx
func (c *Conn) QueryRowContext(ctx context.Context, query string, args ...any) *Row

//curfew:runs f
func (c *Conn) Raw(f func(driverConn any) error) (err error)

type DB struct{}

//curfew:blocks database
//curfew:must-release result until Commit Rollback
func (db *DB) Begin() (*Tx, error)

//curfew:waits ctx
//curfew:must-release result until Commit Rollback
func (db *DB) BeginTx(ctx context.Context, opts *TxOptions) (*Tx, error)

//curfew:releases
func (db *DB) Close() error

//curfew:waits ctx
//curfew:must-release result until Close
func (db *DB) Conn(ctx context.Context) (*Conn, error)

func (db *DB) Driver() driver.Driver

//curfew:blocks database
//curfew:affects database
func (db *DB) Exec(query string, args ...any) (Result, error)

//curfew:waits ctx
//curfew:affects database
func (db *DB) ExecContext(ctx context.Context, query string, args ...any) (Result, error)

//curfew:blocks database
func (db *DB) Ping() error

//curfew:waits ctx
func (db *DB) PingContext(ctx context.Context) error

//curfew:blocks database
//curfew:must-release result until Close
func (db *DB) Prepare(query string) (*Stmt, error)

//curfew:waits ctx
//curfew:must-release result until Close
func (db *DB) PrepareContext(ctx context.Context, query string) (*Stmt, error)

//curfew:blocks database
//curfew:must-release result until Close
func (db *DB) Query(query string, args ...any) (*Rows, error)

//curfew:waits ctx
//curfew:must-release result until Close
func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error)

//curfew:blocks database
func (db *DB) QueryRow(query string, args ...any) *Row

//curfew:waits ctx
func (db *DB) QueryRowContext(ctx context.Context, query string, args ...any) *Row

func (db *DB) SetConnMaxIdleTime(d time.Duration)

func (db *DB) SetConnMaxLifetime(d time.Duration)

func (db *DB) SetMaxIdleConns(n int)

func (db *DB) SetMaxOpenConns(n int)

func (db *DB) Stats() DBStats

type DBStats struct {
	MaxOpenConnections int
	OpenConnections    int
	InUse              int
	Idle               int
	WaitCount          int64
	WaitDuration       time.Duration
	MaxIdleClosed      int64
	MaxIdleTimeClosed  int64
	MaxLifetimeClosed  int64
}

type IsolationLevel int

func (i IsolationLevel) String() string

type NamedArg struct {
	Name  string
	Value any
}

//curfew:since 1.22
type Null[T any] struct {
	V     T
	Valid bool
}

func (n *Null[T]) Scan(value any) error

func (n Null[T]) Value() (driver.Value, error)

type NullBool struct {
	Bool  bool
	Valid bool
}

func (n *NullBool) Scan(value any) error

func (n NullBool) Value() (driver.Value, error)

type NullByte struct {
	Byte  byte
	Valid bool
}

func (n *NullByte) Scan(value any) error

func (n NullByte) Value() (driver.Value, error)

type NullFloat64 struct {
	Float64 float64
	Valid   bool
}

func (n *NullFloat64) Scan(value any) error

func (n NullFloat64) Value() (driver.Value, error)

type NullInt16 struct {
	Int16 int16
	Valid bool
}

func (n *NullInt16) Scan(value any) error

func (n NullInt16) Value() (driver.Value, error)

type NullInt32 struct {
	Int32 int32
	Valid bool
}

func (n *NullInt32) Scan(value any) error

func (n NullInt32) Value() (driver.Value, error)

type NullInt64 struct {
	Int64 int64
	Valid bool
}

func (n *NullInt64) Scan(value any) error

func (n NullInt64) Value() (driver.Value, error)

type NullString struct {
	String string
	Valid  bool
}

func (ns *NullString) Scan(value any) error

func (ns NullString) Value() (driver.Value, error)

type NullTime struct {
	Time  time.Time
	Valid bool
}

func (n *NullTime) Scan(value any) error

func (n NullTime) Value() (driver.Value, error)

type Out struct {
	Dest any
	In   bool
}

type RawBytes []byte

type Result interface {
	LastInsertId() (int64, error)
	RowsAffected() (int64, error)
}

type Row struct{}

func (r *Row) Err() error

func (r *Row) Scan(dest ...any) error

type Rows struct{}

//curfew:releases
func (rs *Rows) Close() error

func (rs *Rows) ColumnTypes() ([]*ColumnType, error)

func (rs *Rows) Columns() ([]string, error)

func (rs *Rows) Err() error

//curfew:exhausts
func (rs *Rows) Next() bool

func (rs *Rows) NextResultSet() bool

func (rs *Rows) Scan(dest ...any) error

type Scanner interface {
	Scan(src any) error
}

type Stmt struct{}

//curfew:releases
func (s *Stmt) Close() error

//curfew:blocks database
//curfew:affects database
func (s *Stmt) Exec(args ...any) (Result, error)

//curfew:waits ctx
//curfew:affects database
func (s *Stmt) ExecContext(ctx context.Context, args ...any) (Result, error)

//curfew:blocks database
//curfew:must-release result until Close
func (s *Stmt) Query(args ...any) (*Rows, error)

//curfew:waits ctx
//curfew:must-release result until Close
func (s *Stmt) QueryContext(ctx context.Context, args ...any) (*Rows, error)

//curfew:blocks database
func (s *Stmt) QueryRow(args ...any) *Row

//curfew:waits ctx
func (s *Stmt) QueryRowContext(ctx context.Context, args ...any) *Row

type Tx struct{}

//curfew:blocks database
//curfew:affects database
//curfew:releases
func (tx *Tx) Commit() error

//curfew:blocks database
//curfew:affects database
func (tx *Tx) Exec(query string, args ...any) (Result, error)

//curfew:waits ctx
//curfew:affects database
func (tx *Tx) ExecContext(ctx context.Context, query string, args ...any) (Result, error)

//curfew:blocks database
//curfew:must-release result until Close
func (tx *Tx) Prepare(query string) (*Stmt, error)

//curfew:waits ctx
//curfew:must-release result until Close
func (tx *Tx) PrepareContext(ctx context.Context, query string) (*Stmt, error)

//curfew:blocks database
//curfew:must-release result until Close
func (tx *Tx) Query(query string, args ...any) (*Rows, error)

//curfew:waits ctx
//curfew:must-release result until Close
func (tx *Tx) QueryContext(ctx context.Context, query string, args ...any) (*Rows, error)

//curfew:blocks database
func (tx *Tx) QueryRow(query string, args ...any) *Row

//curfew:waits ctx
func (tx *Tx) QueryRowContext(ctx context.Context, query string, args ...any) *Row

//curfew:releases
func (tx *Tx) Rollback() error

func (tx *Tx) Stmt(stmt *Stmt) *Stmt

func (tx *Tx) StmtContext(ctx context.Context, stmt *Stmt) *Stmt

type TxOptions struct {
	Isolation IsolationLevel
	ReadOnly  bool
}
