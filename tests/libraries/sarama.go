package cases

import (
	"context"

	"github.com/IBM/sarama"
	old "github.com/Shopify/sarama"
)

func Consume(ctx context.Context, group sarama.ConsumerGroup, h sarama.ConsumerGroupHandler) error {
	return group.Consume(context.Background(), []string{"jobs"}, h) // want severed-context "ctx is at hand"
}

func ConsumeWith(ctx context.Context, group sarama.ConsumerGroup, h sarama.ConsumerGroupHandler) error {
	return group.Consume(ctx, []string{"jobs"}, h)
}

func ConsumeOld(ctx context.Context, group old.ConsumerGroup, h old.ConsumerGroupHandler) error {
	return group.Consume(context.TODO(), []string{"jobs"}, h) // want severed-context "ctx is at hand"
}

func ConsumeOldWith(ctx context.Context, group old.ConsumerGroup, h old.ConsumerGroupHandler) error {
	return group.Consume(ctx, []string{"jobs"}, h)
}

type claims struct {
	producer sarama.SyncProducer
	done     chan struct{}
}

func (c *claims) Setup(sarama.ConsumerGroupSession) error   { return nil }
func (c *claims) Cleanup(sarama.ConsumerGroupSession) error { return nil }

// ConsumeClaim runs on a goroutine for each claim; what it starts is lost with the process.
func (c *claims) ConsumeClaim(s sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for m := range claim.Messages() {
		go c.forward(m) // want untracked-goroutine "forward" unbounded-spawn "claim.Messages()"
	}
	return nil
}

func (c *claims) forward(m *sarama.ConsumerMessage) {
	_, _, _ = c.producer.SendMessage(&sarama.ProducerMessage{Topic: "copy", Value: sarama.ByteEncoder(m.Value)})
}

type inOrder struct{ claims }

func (c *inOrder) ConsumeClaim(s sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for m := range claim.Messages() {
		c.forward(m)
		s.MarkMessage(m, "")
	}
	return nil
}
