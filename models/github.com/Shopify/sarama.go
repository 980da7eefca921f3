//curfew:models 0

// Clients, producers and consumers keep goroutines until they are closed. An asynchronous producer's input
// blocks once nobody reads its Successes and Errors. Written from v1.38.1.
package sarama

import (
	"context"
	"time"
)

const OffsetNewest int64 = -1

const OffsetOldest int64 = -2

//curfew:starts until Close AsyncClose
//curfew:must-release result until Close AsyncClose
func NewAsyncProducer(addrs []string, conf *Config) (AsyncProducer, error)

//curfew:starts until Close AsyncClose
//curfew:must-release result until Close AsyncClose
func NewAsyncProducerFromClient(client Client) (AsyncProducer, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewClient(addrs []string, conf *Config) (Client, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewClusterAdmin(addrs []string, conf *Config) (ClusterAdmin, error)

func NewConfig() *Config

//curfew:starts until Close
//curfew:must-release result until Close
func NewConsumer(addrs []string, config *Config) (Consumer, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewConsumerFromClient(client Client) (Consumer, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewConsumerGroup(addrs []string, groupID string, config *Config) (ConsumerGroup, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewConsumerGroupFromClient(groupID string, client Client) (ConsumerGroup, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewSyncProducer(addrs []string, config *Config) (SyncProducer, error)

//curfew:starts until Close
//curfew:must-release result until Close
func NewSyncProducerFromClient(client Client) (SyncProducer, error)

type AsyncProducer interface {
	//curfew:releases
	AsyncClose()
	//curfew:releases
	Close() error
	Errors() <-chan *ProducerError
	Input() chan<- *ProducerMessage
	Successes() <-chan *ProducerMessage
}

type ByteEncoder []byte

type Client interface {
	//curfew:releases
	Close() error
	Partitions(topic string) ([]int32, error)
	Topics() ([]string, error)
}

type ClusterAdmin interface {
	//curfew:releases
	Close() error
	//curfew:affects network
	CreateTopic(topic string, detail *TopicDetail, validateOnly bool) error
	//curfew:affects network
	DeleteTopic(topic string) error
}

type Config struct{}

type Consumer interface {
	//curfew:releases
	Close() error
	//curfew:starts until Close AsyncClose
	//curfew:must-release result until Close AsyncClose
	ConsumePartition(topic string, partition int32, offset int64) (PartitionConsumer, error)
	HighWaterMarks() map[string]map[int32]int64
	Partitions(topic string) ([]int32, error)
	Pause(topicPartitions map[string][]int32)
	PauseAll()
	Resume(topicPartitions map[string][]int32)
	ResumeAll()
	Topics() ([]string, error)
}

type ConsumerError struct{}

type ConsumerGroup interface {
	//curfew:releases
	Close() error
	// Returns at each rebalance, and once ctx is done.
	//
	//curfew:waits ctx
	//curfew:runs handler handler
	Consume(ctx context.Context, topics []string, handler ConsumerGroupHandler) error
	Errors() <-chan error
	Pause(partitions map[string][]int32)
	PauseAll()
	Resume(partitions map[string][]int32)
	ResumeAll()
}

type ConsumerGroupClaim interface {
	HighWaterMarkOffset() int64
	InitialOffset() int64
	Messages() <-chan *ConsumerMessage
	Partition() int32
	Topic() string
}

type ConsumerGroupHandler interface {
	Cleanup(ConsumerGroupSession) error
	//curfew:handler
	ConsumeClaim(ConsumerGroupSession, ConsumerGroupClaim) error
	Setup(ConsumerGroupSession) error
}

type ConsumerGroupSession interface {
	Claims() map[string][]int32
	Commit()
	//curfew:derives recv
	Context() context.Context
	GenerationID() int32
	MarkMessage(msg *ConsumerMessage, metadata string)
	MarkOffset(topic string, partition int32, offset int64, metadata string)
	MemberID() string
	ResetOffset(topic string, partition int32, offset int64, metadata string)
}

type ConsumerMessage struct {
	Headers        []*RecordHeader
	Timestamp      time.Time
	BlockTimestamp time.Time
	Key            []byte
	Value          []byte
	Topic          string
	Partition      int32
	Offset         int64
}

type Encoder interface {
	Encode() ([]byte, error)
	Length() int
}

type PartitionConsumer interface {
	//curfew:releases
	AsyncClose()
	//curfew:releases
	Close() error
	Errors() <-chan *ConsumerError
	HighWaterMarkOffset() int64
	IsPaused() bool
	Messages() <-chan *ConsumerMessage
	Pause()
	Resume()
}

type ProducerError struct{}

type ProducerMessage struct {
	Topic     string
	Key       Encoder
	Value     Encoder
	Headers   []RecordHeader
	Metadata  interface{}
	Offset    int64
	Partition int32
	Timestamp time.Time
}

type RecordHeader struct{}

type StringEncoder string

type SyncProducer interface {
	//curfew:releases
	Close() error
	//curfew:affects network
	SendMessage(msg *ProducerMessage) (partition int32, offset int64, err error)
	//curfew:affects network
	SendMessages(msgs []*ProducerMessage) error
}

type TopicDetail struct{}
