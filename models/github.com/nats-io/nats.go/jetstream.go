//curfew:models 0

// What consumes messages keeps goroutines until it is stopped or drained. Written from v1.55.0.
package jetstream

import (
	"context"

	nats "github.com/nats-io/nats.go"
)

func New(nc *nats.Conn, opts ...JetStreamOpt) (JetStream, error)

type ConsumeContext interface {
	Closed() <-chan struct{}
	//curfew:releases
	Drain()
	//curfew:releases
	Stop()
}

type Consumer interface {
	//curfew:runs handler handler
	//curfew:starts until Stop Drain
	//curfew:must-release result until Stop Drain
	Consume(handler MessageHandler, opts ...PullConsumeOpt) (ConsumeContext, error)
	Fetch(batch int, opts ...FetchOpt) (MessageBatch, error)
	FetchNoWait(batch int) (MessageBatch, error)
	//curfew:waits ctx
	Info(ctx context.Context) (*ConsumerInfo, error)
	//curfew:starts until Stop Drain
	//curfew:must-release result until Stop Drain
	Messages(opts ...PullMessagesOpt) (MessagesContext, error)
	Next(opts ...FetchOpt) (Msg, error)
}

type ConsumerConfig struct{}

type ConsumerInfo struct{}

type FetchOpt func(*pullRequest) error

type JetStream interface {
	//curfew:waits ctx
	Consumer(ctx context.Context, stream string, consumer string) (Consumer, error)
	//curfew:waits ctx
	//curfew:affects network
	CreateConsumer(ctx context.Context, stream string, cfg ConsumerConfig) (Consumer, error)
	//curfew:waits ctx
	//curfew:affects network
	CreateOrUpdateConsumer(ctx context.Context, stream string, cfg ConsumerConfig) (Consumer, error)
	//curfew:waits ctx
	//curfew:affects network
	CreateOrUpdateStream(ctx context.Context, cfg StreamConfig) (Stream, error)
	//curfew:waits ctx
	//curfew:affects network
	CreateStream(ctx context.Context, cfg StreamConfig) (Stream, error)
	//curfew:waits ctx
	//curfew:affects network
	DeleteStream(ctx context.Context, stream string) error
	//curfew:waits ctx
	//curfew:affects network
	Publish(ctx context.Context, subject string, payload []byte, opts ...PublishOpt) (*PubAck, error)
	PublishAsyncComplete() <-chan struct{}
	//curfew:waits ctx
	//curfew:affects network
	PublishMsg(ctx context.Context, msg *nats.Msg, opts ...PublishOpt) (*PubAck, error)
	//curfew:waits ctx
	Stream(ctx context.Context, stream string) (Stream, error)
	//curfew:waits ctx
	//curfew:affects network
	UpdateStream(ctx context.Context, cfg StreamConfig) (Stream, error)
}

type JetStreamOpt func(*JetStreamOptions) error

type JetStreamOptions struct{}

type MessageBatch interface {
	Error() error
	Messages() <-chan Msg
}

//curfew:handler
type MessageHandler func(msg Msg)

type MessagesContext interface {
	//curfew:releases
	Drain()
	//curfew:blocks network until Stop Drain
	Next(opts ...NextOpt) (Msg, error)
	//curfew:releases
	Stop()
}

type Msg interface {
	//curfew:affects network
	Ack() error
	Data() []byte
	//curfew:waits ctx
	//curfew:affects network
	DoubleAck(ctx context.Context) error
	//curfew:affects network
	Nak() error
	Subject() string
	//curfew:affects network
	Term() error
}

type NextOpt interface{}

type PubAck struct{}

type PublishOpt func(*pubOpts) error

type PullConsumeOpt interface{}

type PullMessagesOpt interface{}

type Stream interface{}

type StreamConfig struct{}

type pubOpts struct{}

type pullRequest struct{}
