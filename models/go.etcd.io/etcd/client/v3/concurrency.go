//curfew:models 0

// A session keeps its lease alive until it is closed or orphaned. Written from v3.7.3.
package concurrency

import (
	"context"
	"sync"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.uber.org/zap"
)

func NewElection(s *Session, pfx string) *Election

func NewLocker(s *Session, pfx string) sync.Locker

func NewMutex(s *Session, pfx string) *Mutex

//curfew:runs apply
//curfew:affects network
func NewSTM(c *clientv3.Client, apply func(STM) error, so ...STMOption) (*clientv3.TxnResponse, error)

//curfew:starts until Close Orphan
//curfew:must-release result until Close Orphan
func NewSession(client *clientv3.Client, opts ...SessionOption) (*Session, error)

func WithContext(ctx context.Context) SessionOption

func WithTTL(ttl int) SessionOption

type Election struct{}

//curfew:waits ctx
//curfew:affects network
func (e *Election) Campaign(ctx context.Context, val string) error

//curfew:waits ctx
func (e *Election) Leader(ctx context.Context) (*clientv3.GetResponse, error)

func (e *Election) Observe(ctx context.Context) <-chan *clientv3.GetResponse

//curfew:waits ctx
//curfew:affects network
func (e *Election) Proclaim(ctx context.Context, val string) error

//curfew:waits ctx
//curfew:affects network
func (e *Election) Resign(ctx context.Context) (err error)

type Mutex struct{}

//curfew:waits ctx
//curfew:affects network
func (m *Mutex) Lock(ctx context.Context) error

//curfew:waits ctx
//curfew:affects network
func (m *Mutex) TryLock(ctx context.Context) error

//curfew:waits ctx
//curfew:affects network
func (m *Mutex) Unlock(ctx context.Context) error

type STM interface{}

type STMOption func(*stmOptions)

type Session struct{}

func (s *Session) Client() *clientv3.Client

//curfew:releases
func (s *Session) Close() error

//curfew:derives recv
func (s *Session) Ctx() context.Context

func (s *Session) Done() <-chan struct{}

//curfew:releases
func (s *Session) Orphan()

type SessionOption func(*sessionOptions, *zap.Logger)

type sessionOptions struct{}

type stmOptions struct{}
