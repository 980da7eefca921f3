//curfew:models 0

// Requests wait under their context. A watch, or the keeping alive of a lease, lasts until its context
// is done. Written from v3.7.3.
package clientv3

import (
	"context"
	"crypto/tls"
	"io"
	"time"

	"go.etcd.io/etcd/api/v3/mvccpb"
)

func Compare(cmp Cmp, result string, v any) Cmp

func CreateRevision(key string) Cmp

func ModRevision(key string) Cmp

//curfew:starts until Close
//curfew:must-release result until Close
func New(cfg Config) (*Client, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewFromURL(url string) (*Client, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewFromURLs(urls []string) (*Client, error)

func NewKV(c *Client) KV

//curfew:starts until Close
//curfew:must-release result until Close
func NewLease(c *Client) Lease

//curfew:starts until Close
//curfew:must-release result until Close
func NewWatcher(c *Client) Watcher

func OpDelete(key string, opts ...OpOption) Op

func OpGet(key string, opts ...OpOption) Op

func OpPut(key string, val string, opts ...OpOption) Op

func Value(key string) Cmp

func Version(key string) Cmp

func WithCreatedNotify() OpOption

func WithLease(leaseID LeaseID) OpOption

func WithLimit(n int64) OpOption

func WithPrefix() OpOption

func WithPrevKV() OpOption

//curfew:derives ctx
func WithRequireLeader(ctx context.Context) context.Context

func WithRev(rev int64) OpOption

type AlarmMember struct{}

type AlarmResponse struct{}

type Client struct {
	Cluster
	KV
	Lease
	Watcher
	Maintenance
}

//curfew:releases
func (c *Client) Close() error

func (c *Client) Ctx() context.Context

func (c *Client) Endpoints() []string

//curfew:waits ctx
//curfew:affects network
func (c *Client) Sync(ctx context.Context) error

type Cluster interface {
	MemberAdd(ctx context.Context, peerAddrs []string) (*MemberAddResponse, error)
	MemberAddAsLearner(ctx context.Context, peerAddrs []string) (*MemberAddResponse, error)
	//curfew:waits ctx
	MemberList(ctx context.Context, opts ...OpOption) (*MemberListResponse, error)
	MemberPromote(ctx context.Context, id uint64) (*MemberPromoteResponse, error)
	MemberRemove(ctx context.Context, id uint64) (*MemberRemoveResponse, error)
	MemberUpdate(ctx context.Context, id uint64, peerAddrs []string) (*MemberUpdateResponse, error)
}

type Cmp struct{}

type CompactOp struct{}

type CompactOption func(*CompactOp)

type CompactResponse struct{}

type Config struct {
	Endpoints            []string
	AutoSyncInterval     time.Duration
	DialTimeout          time.Duration
	DialKeepAliveTime    time.Duration
	DialKeepAliveTimeout time.Duration
	TLS                  *tls.Config
	Username             string
	Password             string
	Context              context.Context
}

type DefragmentResponse struct{}

type DeleteResponse struct{}

type DowngradeAction int32

type DowngradeResponse struct{}

type Event = mvccpb.Event

type GetResponse struct{}

type GetStreamChan <-chan RangeStreamResponse

type HashKVResponse struct{}

type KV interface {
	//curfew:waits ctx
	//curfew:affects network
	Compact(ctx context.Context, rev int64, opts ...CompactOption) (*CompactResponse, error)
	//curfew:waits ctx
	//curfew:affects network
	Delete(ctx context.Context, key string, opts ...OpOption) (*DeleteResponse, error)
	//curfew:waits ctx
	//curfew:affects network
	Do(ctx context.Context, op Op) (OpResponse, error)
	//curfew:waits ctx
	Get(ctx context.Context, key string, opts ...OpOption) (*GetResponse, error)
	GetStream(ctx context.Context, key string, opts ...OpOption) (GetStreamChan, error)
	//curfew:waits ctx
	//curfew:affects network
	Put(ctx context.Context, key string, val string, opts ...OpOption) (*PutResponse, error)
	//curfew:carries ctx
	Txn(ctx context.Context) Txn
}

type Lease interface {
	//curfew:releases
	Close() error
	//curfew:waits ctx
	//curfew:affects network
	Grant(ctx context.Context, ttl int64) (*LeaseGrantResponse, error)
	KeepAlive(ctx context.Context, id LeaseID) (<-chan *LeaseKeepAliveResponse, error)
	//curfew:waits ctx
	//curfew:affects network
	KeepAliveOnce(ctx context.Context, id LeaseID) (*LeaseKeepAliveResponse, error)
	//curfew:waits ctx
	Leases(ctx context.Context) (*LeaseLeasesResponse, error)
	//curfew:waits ctx
	//curfew:affects network
	Revoke(ctx context.Context, id LeaseID) (*LeaseRevokeResponse, error)
	//curfew:waits ctx
	TimeToLive(ctx context.Context, id LeaseID, opts ...LeaseOption) (*LeaseTimeToLiveResponse, error)
}

type LeaseGrantResponse struct {
	ID  LeaseID
	TTL int64
}

type LeaseID int64

type LeaseKeepAliveResponse struct{}

type LeaseLeasesResponse struct{}

type LeaseOp struct{}

type LeaseOption func(*LeaseOp)

type LeaseRevokeResponse struct{}

type LeaseTimeToLiveResponse struct{}

type Maintenance interface {
	AlarmDisarm(ctx context.Context, m *AlarmMember) (*AlarmResponse, error)
	AlarmList(ctx context.Context) (*AlarmResponse, error)
	//curfew:waits ctx
	//curfew:affects network
	Defragment(ctx context.Context, endpoint string) (*DefragmentResponse, error)
	Downgrade(ctx context.Context, action DowngradeAction, version string) (*DowngradeResponse, error)
	HashKV(ctx context.Context, endpoint string, rev int64) (*HashKVResponse, error)
	MoveLeader(ctx context.Context, transfereeID uint64) (*MoveLeaderResponse, error)
	//curfew:waits ctx
	//curfew:must-release result until Close
	Snapshot(ctx context.Context) (io.ReadCloser, error)
	SnapshotWithVersion(ctx context.Context) (*SnapshotResponse, error)
	//curfew:waits ctx
	Status(ctx context.Context, endpoint string) (*StatusResponse, error)
}

type MemberAddResponse struct{}

type MemberListResponse struct{}

type MemberPromoteResponse struct{}

type MemberRemoveResponse struct{}

type MemberUpdateResponse struct{}

type MoveLeaderResponse struct{}

type Op struct{}

type OpOption func(*Op)

type OpResponse struct{}

type PutResponse struct{}

type RangeStreamResponse struct{}

type SnapshotResponse struct{}

type StatusResponse struct{}

type Txn interface {
	//curfew:waits recv
	//curfew:affects network
	Commit() (*TxnResponse, error)
	//curfew:carries recv
	Else(ops ...Op) Txn
	//curfew:carries recv
	If(cs ...Cmp) Txn
	//curfew:carries recv
	Then(ops ...Op) Txn
}

type TxnResponse struct{}

type WatchChan <-chan WatchResponse

type WatchResponse struct {
	Events   []*Event
	Canceled bool
}

func (wr *WatchResponse) Err() error

type Watcher interface {
	//curfew:releases
	Close() error
	//curfew:waits ctx
	RequestProgress(ctx context.Context) error
	Watch(ctx context.Context, key string, opts ...OpOption) WatchChan
}
