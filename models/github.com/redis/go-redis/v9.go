//curfew:models 0

// Commands wait under their context, and no longer than the client's own timeouts. A subscription keeps a
// goroutine until it is closed. Written from v9.23.0.
package redis

import (
	"context"
	"crypto/tls"
	"time"

	"github.com/redis/go-redis/v9/internal/proto"
)

const Nil proto.RedisError = "redis: nil"

//curfew:starts until Close
//curfew:must-release result until Close
func NewClient(opt *Options) *Client

//curfew:starts until Close
//curfew:must-release result until Close
func NewClusterClient(opt *ClusterOptions) *ClusterClient

//curfew:starts until Close
//curfew:must-release result until Close
func NewFailoverClient(failoverOpt *FailoverOptions) *Client

func NewScript(src string) *Script

//curfew:starts until Close
//curfew:must-release result until Close
func NewUniversalClient(opts *UniversalOptions) UniversalClient

func ParseURL(redisURL string) (*Options, error)

type BoolCmd struct{}

func (b *BoolCmd) Err() error

func (cmd *BoolCmd) Result() (bool, error)

func (cmd *BoolCmd) Val() bool

type ChannelOption func(c *channel)

type Client struct {
	cmdable
}

//curfew:releases
func (c *Client) Close() error

//curfew:starts until Close
//curfew:must-release result until Close
func (c *Client) PSubscribe(ctx context.Context, channels ...string) *PubSub

func (c *Client) Pipeline() Pipeliner

//curfew:waits ctx
//curfew:runs fn
//curfew:affects network
func (c *Client) Pipelined(ctx context.Context, fn func(Pipeliner) error) ([]Cmder, error)

//curfew:starts until Close
//curfew:must-release result until Close
func (c *Client) Subscribe(ctx context.Context, channels ...string) *PubSub

func (c *Client) TxPipeline() Pipeliner

//curfew:waits ctx
//curfew:runs fn
//curfew:affects network
func (c *Client) TxPipelined(ctx context.Context, fn func(Pipeliner) error) ([]Cmder, error)

//curfew:waits ctx
//curfew:runs fn
func (c *Client) Watch(ctx context.Context, fn func(*Tx) error, keys ...string) error

func (c *Client) WithTimeout(timeout time.Duration) *Client

type ClusterClient struct {
	cmdable
}

//curfew:releases
func (c *ClusterClient) Close() error

//curfew:starts until Close
//curfew:must-release result until Close
func (c *ClusterClient) PSubscribe(ctx context.Context, channels ...string) *PubSub

//curfew:starts until Close
//curfew:must-release result until Close
func (c *ClusterClient) Subscribe(ctx context.Context, channels ...string) *PubSub

//curfew:waits ctx
//curfew:runs fn
func (c *ClusterClient) Watch(ctx context.Context, fn func(*Tx) error, keys ...string) error

type ClusterOptions struct {
	Addrs []string
}

type Cmd struct{}

type Cmdable interface {
	GenericCmdable
	HashCmdable
	ListCmdable
	PubSubCmdable
	SetCmdable
	SortedSetCmdable
	StringCmdable
	StreamCmdable
	//curfew:waits ctx
	//curfew:affects network
	Eval(ctx context.Context, script string, keys []string, args ...interface{}) *Cmd
	//curfew:waits ctx
	//curfew:affects network
	EvalSha(ctx context.Context, sha1 string, keys []string, args ...interface{}) *Cmd
	//curfew:waits ctx
	//curfew:affects network
	FlushDB(ctx context.Context) *StatusCmd
	//curfew:waits ctx
	Ping(ctx context.Context) *StatusCmd
}

type Cmder interface{}

type Conn struct {
	cmdable
}

type DurationCmd struct{}

type FailoverOptions struct {
	MasterName string
}

type FloatCmd struct{}

type GenericCmdable interface {
	//curfew:waits ctx
	//curfew:affects network
	Del(ctx context.Context, keys ...string) *IntCmd
	//curfew:waits ctx
	Exists(ctx context.Context, keys ...string) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	Expire(ctx context.Context, key string, expiration time.Duration) *BoolCmd
	//curfew:waits ctx
	Keys(ctx context.Context, pattern string) *StringSliceCmd
	//curfew:waits ctx
	//curfew:affects network
	Persist(ctx context.Context, key string) *BoolCmd
	//curfew:waits ctx
	//curfew:affects network
	Rename(ctx context.Context, key string, newkey string) *StatusCmd
	//curfew:waits ctx
	Scan(ctx context.Context, cursor uint64, match string, count int64) *ScanCmd
	//curfew:waits ctx
	TTL(ctx context.Context, key string) *DurationCmd
	//curfew:waits ctx
	Type(ctx context.Context, key string) *StatusCmd
}

type HashCmdable interface {
	//curfew:waits ctx
	//curfew:affects network
	HDel(ctx context.Context, key string, fields ...string) *IntCmd
	//curfew:waits ctx
	HExists(ctx context.Context, key string, field string) *BoolCmd
	//curfew:waits ctx
	HGet(ctx context.Context, key string, field string) *StringCmd
	//curfew:waits ctx
	HGetAll(ctx context.Context, key string) *MapStringStringCmd
	//curfew:waits ctx
	//curfew:affects network
	HIncrBy(ctx context.Context, key string, field string, incr int64) *IntCmd
	//curfew:waits ctx
	HKeys(ctx context.Context, key string) *StringSliceCmd
	//curfew:waits ctx
	HLen(ctx context.Context, key string) *IntCmd
	//curfew:waits ctx
	HMGet(ctx context.Context, key string, fields ...string) *SliceCmd
	//curfew:waits ctx
	//curfew:affects network
	HSet(ctx context.Context, key string, values ...interface{}) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	HSetNX(ctx context.Context, key string, field string, value interface{}) *BoolCmd
}

type IntCmd struct{}

func (i *IntCmd) Err() error

func (cmd *IntCmd) Result() (int64, error)

func (cmd *IntCmd) Val() int64

type ListCmdable interface {
	//curfew:waits ctx
	BLMove(ctx context.Context, source string, destination string, srcpos string, destpos string, timeout time.Duration) *StringCmd
	//curfew:waits ctx
	BLPop(ctx context.Context, timeout time.Duration, keys ...string) *StringSliceCmd
	//curfew:waits ctx
	BRPop(ctx context.Context, timeout time.Duration, keys ...string) *StringSliceCmd
	//curfew:waits ctx
	LIndex(ctx context.Context, key string, index int64) *StringCmd
	//curfew:waits ctx
	LLen(ctx context.Context, key string) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	LPop(ctx context.Context, key string) *StringCmd
	//curfew:waits ctx
	//curfew:affects network
	LPush(ctx context.Context, key string, values ...interface{}) *IntCmd
	//curfew:waits ctx
	LRange(ctx context.Context, key string, start int64, stop int64) *StringSliceCmd
	//curfew:waits ctx
	//curfew:affects network
	LRem(ctx context.Context, key string, count int64, value interface{}) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	LTrim(ctx context.Context, key string, start int64, stop int64) *StatusCmd
	//curfew:waits ctx
	//curfew:affects network
	RPop(ctx context.Context, key string) *StringCmd
	//curfew:waits ctx
	//curfew:affects network
	RPush(ctx context.Context, key string, values ...interface{}) *IntCmd
}

type MapStringStringCmd struct{}

func (m *MapStringStringCmd) Err() error

func (cmd *MapStringStringCmd) Result() (map[string]string, error)

func (cmd *MapStringStringCmd) Val() map[string]string

type Message struct {
	Channel      string
	Pattern      string
	Payload      string
	PayloadSlice []string
}

type Options struct {
	Addr         string
	Username     string
	Password     string
	DB           int
	DialTimeout  time.Duration
	ReadTimeout  time.Duration
	WriteTimeout time.Duration
	PoolSize     int
	TLSConfig    *tls.Config
}

type Pipeliner interface {
	//curfew:waits ctx
	//curfew:affects network
	Exec(ctx context.Context) ([]Cmder, error)
}

type PubSub struct{}

func (c *PubSub) Channel(opts ...ChannelOption) <-chan *Message

func (c *PubSub) ChannelWithSubscriptions(opts ...ChannelOption) <-chan interface{}

//curfew:releases
func (c *PubSub) Close() error

//curfew:waits ctx
func (c *PubSub) Ping(ctx context.Context, payload ...string) error

//curfew:waits ctx
func (c *PubSub) Receive(ctx context.Context) (interface{}, error)

//curfew:waits ctx
func (c *PubSub) ReceiveMessage(ctx context.Context) (*Message, error)

//curfew:waits ctx
func (c *PubSub) Subscribe(ctx context.Context, channels ...string) error

//curfew:waits ctx
func (c *PubSub) Unsubscribe(ctx context.Context, channels ...string) error

type PubSubCmdable interface {
	//curfew:waits ctx
	//curfew:affects network
	Publish(ctx context.Context, channel string, message interface{}) *IntCmd
}

type Ring struct {
	cmdable
}

//curfew:releases
func (c *Ring) Close() error

type ScanCmd struct{}

type Script struct{}

type SetCmdable interface {
	//curfew:waits ctx
	//curfew:affects network
	SAdd(ctx context.Context, key string, members ...interface{}) *IntCmd
	//curfew:waits ctx
	SCard(ctx context.Context, key string) *IntCmd
	//curfew:waits ctx
	SIsMember(ctx context.Context, key string, member interface{}) *BoolCmd
	//curfew:waits ctx
	SMembers(ctx context.Context, key string) *StringSliceCmd
	//curfew:waits ctx
	//curfew:affects network
	SPop(ctx context.Context, key string) *StringCmd
	//curfew:waits ctx
	//curfew:affects network
	SRem(ctx context.Context, key string, members ...interface{}) *IntCmd
}

type SliceCmd struct{}

func (s *SliceCmd) Err() error

func (cmd *SliceCmd) Result() ([]interface{}, error)

func (cmd *SliceCmd) Val() []interface{}

type SortedSetCmdable interface {
	//curfew:waits ctx
	//curfew:affects network
	ZAdd(ctx context.Context, key string, members ...Z) *IntCmd
	//curfew:waits ctx
	ZCard(ctx context.Context, key string) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	ZIncrBy(ctx context.Context, key string, increment float64, member string) *FloatCmd
	//curfew:waits ctx
	ZRange(ctx context.Context, key string, start int64, stop int64) *StringSliceCmd
	//curfew:waits ctx
	ZRangeByScore(ctx context.Context, key string, opt *ZRangeBy) *StringSliceCmd
	//curfew:waits ctx
	//curfew:affects network
	ZRem(ctx context.Context, key string, members ...interface{}) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	ZRemRangeByScore(ctx context.Context, key string, min string, max string) *IntCmd
	//curfew:waits ctx
	ZScore(ctx context.Context, key string, member string) *FloatCmd
}

type StatusCmd struct{}

func (s *StatusCmd) Err() error

func (cmd *StatusCmd) Result() (string, error)

func (cmd *StatusCmd) Val() string

type StreamCmdable interface {
	//curfew:waits ctx
	//curfew:affects network
	XAck(ctx context.Context, stream string, group string, ids ...string) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	XAdd(ctx context.Context, a *XAddArgs) *StringCmd
	//curfew:waits ctx
	//curfew:affects network
	XDel(ctx context.Context, stream string, ids ...string) *IntCmd
	//curfew:waits ctx
	XLen(ctx context.Context, stream string) *IntCmd
	//curfew:waits ctx
	XRange(ctx context.Context, stream string, start string, stop string) *XMessageSliceCmd
	//curfew:waits ctx
	XRead(ctx context.Context, a *XReadArgs) *XStreamSliceCmd
	//curfew:waits ctx
	XReadGroup(ctx context.Context, a *XReadGroupArgs) *XStreamSliceCmd
}

type StringCmd struct{}

func (s *StringCmd) Err() error

func (cmd *StringCmd) Result() (string, error)

func (cmd *StringCmd) Val() string

type StringCmdable interface {
	//curfew:waits ctx
	//curfew:affects network
	Append(ctx context.Context, key string, value string) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	Decr(ctx context.Context, key string) *IntCmd
	//curfew:waits ctx
	Get(ctx context.Context, key string) *StringCmd
	//curfew:waits ctx
	//curfew:affects network
	GetDel(ctx context.Context, key string) *StringCmd
	//curfew:waits ctx
	//curfew:affects network
	GetSet(ctx context.Context, key string, value interface{}) *StringCmd
	//curfew:waits ctx
	//curfew:affects network
	Incr(ctx context.Context, key string) *IntCmd
	//curfew:waits ctx
	//curfew:affects network
	IncrBy(ctx context.Context, key string, value int64) *IntCmd
	//curfew:waits ctx
	MGet(ctx context.Context, keys ...string) *SliceCmd
	//curfew:waits ctx
	//curfew:affects network
	MSet(ctx context.Context, values ...interface{}) *StatusCmd
	//curfew:waits ctx
	//curfew:affects network
	Set(ctx context.Context, key string, value interface{}, expiration time.Duration) *StatusCmd
	//curfew:waits ctx
	//curfew:affects network
	SetEx(ctx context.Context, key string, value interface{}, expiration time.Duration) *StatusCmd
	//curfew:waits ctx
	//curfew:affects network
	SetNX(ctx context.Context, key string, value interface{}, expiration time.Duration) *BoolCmd
	//curfew:waits ctx
	StrLen(ctx context.Context, key string) *IntCmd
}

type StringSliceCmd struct{}

func (s *StringSliceCmd) Err() error

func (cmd *StringSliceCmd) Result() ([]string, error)

func (cmd *StringSliceCmd) Val() []string

type Tx struct {
	cmdable
}

type UniversalClient interface {
	Cmdable
	//curfew:releases
	Close() error
	//curfew:starts until Close
	//curfew:must-release result until Close
	PSubscribe(ctx context.Context, channels ...string) *PubSub
	//curfew:starts until Close
	//curfew:must-release result until Close
	Subscribe(ctx context.Context, channels ...string) *PubSub
	//curfew:waits ctx
	//curfew:runs fn
	Watch(ctx context.Context, fn func(*Tx) error, keys ...string) error
}

type UniversalOptions struct {
	Addrs []string
}

type XAddArgs struct{}

type XMessageSliceCmd struct{}

type XReadArgs struct{}

type XReadGroupArgs struct{}

type XStreamSliceCmd struct{}

type Z struct{}

type ZRangeBy struct{}

type channel struct{}

type cmdable func(ctx context.Context, cmd Cmder) error

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Append(ctx context.Context, key string, value string) *IntCmd

//curfew:waits ctx
func (c cmdable) BLMove(ctx context.Context, source string, destination string, srcpos string, destpos string, timeout time.Duration) *StringCmd

//curfew:waits ctx
func (c cmdable) BLPop(ctx context.Context, timeout time.Duration, keys ...string) *StringSliceCmd

//curfew:waits ctx
func (c cmdable) BRPop(ctx context.Context, timeout time.Duration, keys ...string) *StringSliceCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Decr(ctx context.Context, key string) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Del(ctx context.Context, keys ...string) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Eval(ctx context.Context, script string, keys []string, args ...interface{}) *Cmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) EvalSha(ctx context.Context, sha1 string, keys []string, args ...interface{}) *Cmd

//curfew:waits ctx
func (c cmdable) Exists(ctx context.Context, keys ...string) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Expire(ctx context.Context, key string, expiration time.Duration) *BoolCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) FlushDB(ctx context.Context) *StatusCmd

//curfew:waits ctx
func (c cmdable) Get(ctx context.Context, key string) *StringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) GetDel(ctx context.Context, key string) *StringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) GetSet(ctx context.Context, key string, value interface{}) *StringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) HDel(ctx context.Context, key string, fields ...string) *IntCmd

//curfew:waits ctx
func (c cmdable) HExists(ctx context.Context, key string, field string) *BoolCmd

//curfew:waits ctx
func (c cmdable) HGet(ctx context.Context, key string, field string) *StringCmd

//curfew:waits ctx
func (c cmdable) HGetAll(ctx context.Context, key string) *MapStringStringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) HIncrBy(ctx context.Context, key string, field string, incr int64) *IntCmd

//curfew:waits ctx
func (c cmdable) HKeys(ctx context.Context, key string) *StringSliceCmd

//curfew:waits ctx
func (c cmdable) HLen(ctx context.Context, key string) *IntCmd

//curfew:waits ctx
func (c cmdable) HMGet(ctx context.Context, key string, fields ...string) *SliceCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) HSet(ctx context.Context, key string, values ...interface{}) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) HSetNX(ctx context.Context, key string, field string, value interface{}) *BoolCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Incr(ctx context.Context, key string) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) IncrBy(ctx context.Context, key string, value int64) *IntCmd

//curfew:waits ctx
func (c cmdable) Keys(ctx context.Context, pattern string) *StringSliceCmd

//curfew:waits ctx
func (c cmdable) LIndex(ctx context.Context, key string, index int64) *StringCmd

//curfew:waits ctx
func (c cmdable) LLen(ctx context.Context, key string) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) LPop(ctx context.Context, key string) *StringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) LPush(ctx context.Context, key string, values ...interface{}) *IntCmd

//curfew:waits ctx
func (c cmdable) LRange(ctx context.Context, key string, start int64, stop int64) *StringSliceCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) LRem(ctx context.Context, key string, count int64, value interface{}) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) LTrim(ctx context.Context, key string, start int64, stop int64) *StatusCmd

//curfew:waits ctx
func (c cmdable) MGet(ctx context.Context, keys ...string) *SliceCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) MSet(ctx context.Context, values ...interface{}) *StatusCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Persist(ctx context.Context, key string) *BoolCmd

//curfew:waits ctx
func (c cmdable) Ping(ctx context.Context) *StatusCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Publish(ctx context.Context, channel string, message interface{}) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) RPop(ctx context.Context, key string) *StringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) RPush(ctx context.Context, key string, values ...interface{}) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Rename(ctx context.Context, key string, newkey string) *StatusCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) SAdd(ctx context.Context, key string, members ...interface{}) *IntCmd

//curfew:waits ctx
func (c cmdable) SCard(ctx context.Context, key string) *IntCmd

//curfew:waits ctx
func (c cmdable) SIsMember(ctx context.Context, key string, member interface{}) *BoolCmd

//curfew:waits ctx
func (c cmdable) SMembers(ctx context.Context, key string) *StringSliceCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) SPop(ctx context.Context, key string) *StringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) SRem(ctx context.Context, key string, members ...interface{}) *IntCmd

//curfew:waits ctx
func (c cmdable) Scan(ctx context.Context, cursor uint64, match string, count int64) *ScanCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) Set(ctx context.Context, key string, value interface{}, expiration time.Duration) *StatusCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) SetEx(ctx context.Context, key string, value interface{}, expiration time.Duration) *StatusCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) SetNX(ctx context.Context, key string, value interface{}, expiration time.Duration) *BoolCmd

//curfew:waits ctx
func (c cmdable) StrLen(ctx context.Context, key string) *IntCmd

//curfew:waits ctx
func (c cmdable) TTL(ctx context.Context, key string) *DurationCmd

//curfew:waits ctx
func (c cmdable) Type(ctx context.Context, key string) *StatusCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) XAck(ctx context.Context, stream string, group string, ids ...string) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) XAdd(ctx context.Context, a *XAddArgs) *StringCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) XDel(ctx context.Context, stream string, ids ...string) *IntCmd

//curfew:waits ctx
func (c cmdable) XLen(ctx context.Context, stream string) *IntCmd

//curfew:waits ctx
func (c cmdable) XRange(ctx context.Context, stream string, start string, stop string) *XMessageSliceCmd

//curfew:waits ctx
func (c cmdable) XRead(ctx context.Context, a *XReadArgs) *XStreamSliceCmd

//curfew:waits ctx
func (c cmdable) XReadGroup(ctx context.Context, a *XReadGroupArgs) *XStreamSliceCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) ZAdd(ctx context.Context, key string, members ...Z) *IntCmd

//curfew:waits ctx
func (c cmdable) ZCard(ctx context.Context, key string) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) ZIncrBy(ctx context.Context, key string, increment float64, member string) *FloatCmd

//curfew:waits ctx
func (c cmdable) ZRange(ctx context.Context, key string, start int64, stop int64) *StringSliceCmd

//curfew:waits ctx
func (c cmdable) ZRangeByScore(ctx context.Context, key string, opt *ZRangeBy) *StringSliceCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) ZRem(ctx context.Context, key string, members ...interface{}) *IntCmd

//curfew:waits ctx
//curfew:affects network
func (c cmdable) ZRemRangeByScore(ctx context.Context, key string, min string, max string) *IntCmd

//curfew:waits ctx
func (c cmdable) ZScore(ctx context.Context, key string, member string) *FloatCmd
