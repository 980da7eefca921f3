//curfew:models 0

// A statement waits under the context that WithContext has put into its chain. Written from v1.31.2.
package gorm

import (
	"context"
	"database/sql"
	"time"

	"gorm.io/gorm/clause"
	"gorm.io/gorm/logger"
	"gorm.io/gorm/schema"
)

var ErrRecordNotFound error

func Open(dialector Dialector, opts ...Option) (db *DB, err error)

type Config struct {
	SkipDefaultTransaction                   bool
	DefaultTransactionTimeout                time.Duration
	DefaultContextTimeout                    time.Duration
	NamingStrategy                           schema.Namer
	FullSaveAssociations                     bool
	Logger                                   logger.Interface
	NowFunc                                  func() time.Time
	DryRun                                   bool
	PrepareStmt                              bool
	PrepareStmtMaxSize                       int
	PrepareStmtTTL                           time.Duration
	DisableAutomaticPing                     bool
	DisableForeignKeyConstraintWhenMigrating bool
	IgnoreRelationshipsWhenMigrating         bool
	DisableNestedTransaction                 bool
	AllowGlobalUpdate                        bool
	QueryFields                              bool
	CreateBatchSize                          int
	TranslateError                           bool
	PropagateUnscoped                        bool
	ClauseBuilders                           map[string]clause.ClauseBuilder
	ConnPool                                 ConnPool
	Dialector                                Dialector
	Plugins                                  map[string]Plugin
}

type ConnPool interface{}

type DB struct {
	Error        error
	RowsAffected int64
	Statement    *Statement
}

//curfew:carries recv
func (db *DB) Assign(attrs ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Attrs(attrs ...interface{}) (tx *DB)

func (db *DB) AutoMigrate(dst ...interface{}) error

//curfew:waits recv
//curfew:carries recv
//curfew:must-release result until Commit Rollback
func (db *DB) Begin(opts ...*sql.TxOptions) *DB

//curfew:carries recv
func (db *DB) Clauses(conds ...clause.Expression) (tx *DB)

//curfew:affects database
//curfew:releases
func (db *DB) Commit() *DB

//curfew:waits recv
//curfew:runs fc
func (db *DB) Connection(fc func(tx *DB) error) (err error)

//curfew:waits recv
func (db *DB) Count(count *int64) (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) Create(value interface{}) (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) CreateInBatches(value interface{}, batchSize int) (tx *DB)

func (db *DB) DB() (*sql.DB, error)

//curfew:carries recv
func (db *DB) Debug() (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) Delete(value interface{}, conds ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Distinct(args ...interface{}) (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) Exec(sql string, values ...interface{}) (tx *DB)

//curfew:waits recv
func (db *DB) Find(dest interface{}, conds ...interface{}) (tx *DB)

//curfew:waits recv
func (db *DB) FindInBatches(dest interface{}, batchSize int, fc func(tx *DB, batch int) error) *DB

//curfew:waits recv
func (db *DB) First(dest interface{}, conds ...interface{}) (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) FirstOrCreate(dest interface{}, conds ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Group(name string) (tx *DB)

//curfew:carries recv
func (db *DB) Having(query interface{}, args ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) InnerJoins(query string, args ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Joins(query string, args ...interface{}) (tx *DB)

//curfew:waits recv
func (db *DB) Last(dest interface{}, conds ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Limit(limit int) (tx *DB)

//curfew:carries recv
func (db *DB) Model(value interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Not(query interface{}, args ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Offset(offset int) (tx *DB)

//curfew:carries recv
func (db *DB) Omit(columns ...string) (tx *DB)

//curfew:carries recv
func (db *DB) Or(query interface{}, args ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Order(value interface{}) (tx *DB)

//curfew:waits recv
func (db *DB) Pluck(column string, dest interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Preload(query string, args ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Raw(sql string, values ...interface{}) (tx *DB)

//curfew:releases
func (db *DB) Rollback() *DB

//curfew:waits recv
func (db *DB) Row() *sql.Row

//curfew:waits recv
//curfew:must-release result until Close
func (db *DB) Rows() (*sql.Rows, error)

//curfew:waits recv
//curfew:affects database
func (db *DB) Save(value interface{}) (tx *DB)

//curfew:waits recv
func (db *DB) Scan(dest interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Scopes(funcs ...func(*DB) *DB) (tx *DB)

//curfew:carries recv
func (db *DB) Select(query interface{}, args ...interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Session(config *Session) *DB

//curfew:carries recv
func (db *DB) Table(name string, args ...interface{}) (tx *DB)

//curfew:waits recv
func (db *DB) Take(dest interface{}, conds ...interface{}) (tx *DB)

//curfew:waits recv
//curfew:runs fc
//curfew:affects database
func (db *DB) Transaction(fc func(tx *DB) error, opts ...*sql.TxOptions) (err error)

//curfew:carries recv
func (db *DB) Unscoped() (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) Update(column string, value interface{}) (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) UpdateColumn(column string, value interface{}) (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) UpdateColumns(values interface{}) (tx *DB)

//curfew:waits recv
//curfew:affects database
func (db *DB) Updates(values interface{}) (tx *DB)

//curfew:carries recv
func (db *DB) Where(query interface{}, args ...interface{}) (tx *DB)

//curfew:carries ctx
func (db *DB) WithContext(ctx context.Context) *DB

type DeletedAt struct{}

type Dialector interface{}

type Model struct {
	ID        uint
	CreatedAt time.Time
	UpdatedAt time.Time
	DeletedAt DeletedAt
}

type Option interface {
	AfterInitialize(*DB) error
	Apply(*Config) error
}

type Plugin interface {
	Initialize(*DB) error
	Name() string
}

type Session struct{}

type Statement struct{}
