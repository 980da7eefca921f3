//curfew:models 0

// Readers and writers keep goroutines until they are closed. Written from v0.4.51.
package kafka

import (
	"context"
	"net"
	"time"

	"github.com/segmentio/kafka-go/protocol"
)

//curfew:blocks network
//curfew:must-release result until Close
func Dial(network string, address string) (*Conn, error)

//curfew:waits ctx
//curfew:must-release result until Close
func DialContext(ctx context.Context, network string, address string) (*Conn, error)

//curfew:waits ctx
//curfew:must-release result until Close
func DialLeader(ctx context.Context, network string, address string, topic string, partition int) (*Conn, error)

//curfew:waits ctx
//curfew:must-release result until Close
func DialPartition(ctx context.Context, network string, address string, partition Partition) (*Conn, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewConsumerGroup(config ConsumerGroupConfig) (*ConsumerGroup, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewReader(config ReaderConfig) *Reader

//curfew:starts until Close
//curfew:must-release result until Close
func NewWriter(config WriterConfig) *Writer

func TCP(address ...string) net.Addr

type Balancer interface {
	Balance(msg Message, partitions ...int) (partition int)
}

type Conn struct{}

//curfew:releases
func (c *Conn) Close() error

//curfew:blocks network until Close SetDeadline SetReadDeadline
func (c *Conn) ReadMessage(maxBytes int) (Message, error)

func (c *Conn) SetDeadline(t time.Time) error

func (c *Conn) SetReadDeadline(t time.Time) error

func (c *Conn) SetWriteDeadline(t time.Time) error

//curfew:blocks network until Close SetDeadline SetWriteDeadline
//curfew:affects network
func (c *Conn) WriteMessages(msgs ...Message) (int, error)

type ConsumerGroup struct{}

//curfew:releases
func (cg *ConsumerGroup) Close() error

//curfew:waits ctx
func (cg *ConsumerGroup) Next(ctx context.Context) (*Generation, error)

type ConsumerGroupConfig struct{}

type Dialer struct{}

type Generation struct{}

//curfew:affects network
func (g *Generation) CommitOffsets(offsets map[string]map[int]int64) error

// The generation ends fn's context, and waits for it, at the next rebalance.
//
//curfew:runs fn handler
func (g *Generation) Start(fn func(ctx context.Context))

type Header = protocol.Header

type Message struct {
	Topic         string
	Partition     int
	Offset        int64
	HighWaterMark int64
	Key           []byte
	Value         []byte
	Headers       []Header
	WriterData    interface{}
	Time          time.Time
}

type Partition struct{}

type Reader struct{}

// Waits for the goroutines to end.
//
//curfew:releases
func (r *Reader) Close() error

//curfew:waits ctx
//curfew:affects network
func (r *Reader) CommitMessages(ctx context.Context, msgs ...Message) error

func (r *Reader) Config() ReaderConfig

//curfew:waits ctx
func (r *Reader) FetchMessage(ctx context.Context) (Message, error)

//curfew:waits ctx
func (r *Reader) ReadLag(ctx context.Context) (lag int64, err error)

//curfew:waits ctx
func (r *Reader) ReadMessage(ctx context.Context) (Message, error)

func (r *Reader) SetOffset(offset int64) error

//curfew:waits ctx
func (r *Reader) SetOffsetAt(ctx context.Context, t time.Time) error

func (r *Reader) Stats() ReaderStats

type ReaderConfig struct {
	Brokers        []string
	GroupID        string
	Topic          string
	Partition      int
	Dialer         *Dialer
	MinBytes       int
	MaxBytes       int
	MaxWait        time.Duration
	CommitInterval time.Duration
	StartOffset    int64
}

type ReaderStats struct{}

type RequiredAcks int

type Writer struct {
	Addr         net.Addr
	Topic        string
	Balancer     Balancer
	BatchSize    int
	BatchTimeout time.Duration
	ReadTimeout  time.Duration
	WriteTimeout time.Duration
	RequiredAcks RequiredAcks
	Async        bool
}

// Sends what is still in the batches, and waits for that.
//
//curfew:releases
func (w *Writer) Close() error

//curfew:waits ctx
//curfew:affects network
func (w *Writer) WriteMessages(ctx context.Context, msgs ...Message) error

type WriterConfig struct {
	Brokers      []string
	Topic        string
	Balancer     Balancer
	BatchSize    int
	BatchTimeout time.Duration
	Async        bool
}
