//curfew:models 0

// A connection keeps goroutines, and each subscription with a callback one that calls it. Written from
// v1.55.0.
package nats

import (
	"context"
	"time"
)

const DefaultURL = "nats://127.0.0.1:4222"

//curfew:starts until Close Drain
//curfew:must-release result until Close Drain
func Connect(url string, options ...Option) (*Conn, error)

func MaxReconnects(max int) Option

func Name(name string) Option

func NewMsg(subject string) *Msg

func ReconnectWait(t time.Duration) Option

func Timeout(t time.Duration) Option

func Token(token string) Option

func UserInfo(user string, password string) Option

type AckOpt interface{}

type Conn struct{}

func (nc *Conn) ChanQueueSubscribe(subj string, group string, ch chan *Msg) (*Subscription, error)

func (nc *Conn) ChanSubscribe(subj string, ch chan *Msg) (*Subscription, error)

//curfew:releases
func (nc *Conn) Close()

//curfew:releases
func (nc *Conn) Drain() error

//curfew:affects network
func (nc *Conn) Flush() error

//curfew:affects network
func (nc *Conn) FlushTimeout(timeout time.Duration) (err error)

//curfew:waits ctx
//curfew:affects network
func (nc *Conn) FlushWithContext(ctx context.Context) error

func (nc *Conn) IsClosed() bool

func (nc *Conn) IsConnected() bool

func (nc *Conn) JetStream(opts ...JSOpt) (JetStreamContext, error)

func (nc *Conn) LastError() error

//curfew:affects network
func (nc *Conn) Publish(subj string, data []byte) error

//curfew:affects network
func (nc *Conn) PublishMsg(m *Msg) error

//curfew:affects network
func (nc *Conn) PublishRequest(subj string, reply string, data []byte) error

//curfew:runs cb handler
func (nc *Conn) QueueSubscribe(subj string, queue string, cb MsgHandler) (*Subscription, error)

func (nc *Conn) QueueSubscribeSync(subj string, queue string) (*Subscription, error)

//curfew:affects network
func (nc *Conn) Request(subj string, data []byte, timeout time.Duration) (*Msg, error)

//curfew:affects network
func (nc *Conn) RequestMsg(msg *Msg, timeout time.Duration) (*Msg, error)

//curfew:waits ctx
//curfew:affects network
func (nc *Conn) RequestMsgWithContext(ctx context.Context, msg *Msg) (*Msg, error)

//curfew:waits ctx
//curfew:affects network
func (nc *Conn) RequestWithContext(ctx context.Context, subj string, data []byte) (*Msg, error)

func (nc *Conn) Status() Status

//curfew:runs cb handler
func (nc *Conn) Subscribe(subj string, cb MsgHandler) (*Subscription, error)

func (nc *Conn) SubscribeSync(subj string) (*Subscription, error)

type Header map[string][]string

type JSOpt interface{}

type JetStreamContext interface{}

type Msg struct {
	Subject string
	Reply   string
	Header  Header
	Data    []byte
	Sub     *Subscription
}

//curfew:affects network
func (m *Msg) Ack(opts ...AckOpt) error

//curfew:affects network
func (m *Msg) InProgress(opts ...AckOpt) error

//curfew:affects network
func (m *Msg) Nak(opts ...AckOpt) error

//curfew:affects network
func (m *Msg) Respond(data []byte) error

//curfew:affects network
func (m *Msg) RespondMsg(msg *Msg) error

//curfew:affects network
func (m *Msg) Term(opts ...AckOpt) error

//curfew:handler
type MsgHandler func(msg *Msg)

type Option func(*Options) error

type Options struct{}

//curfew:starts until Close Drain
//curfew:must-release result until Close Drain
func (o Options) Connect() (*Conn, error)

type PullOpt interface{}

type Status int

type Subscription struct{}

func (s *Subscription) AutoUnsubscribe(max int) error

//curfew:releases
func (s *Subscription) Drain() error

func (sub *Subscription) Fetch(batch int, opts ...PullOpt) ([]*Msg, error)

func (s *Subscription) IsValid() bool

func (s *Subscription) NextMsg(timeout time.Duration) (*Msg, error)

//curfew:waits ctx
func (s *Subscription) NextMsgWithContext(ctx context.Context) (*Msg, error)

//curfew:releases
func (s *Subscription) Unsubscribe() error
