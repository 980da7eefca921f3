package cases

import (
	"context"

	"github.com/segmentio/kafka-go"
)

func Read(ctx context.Context, r *kafka.Reader) (kafka.Message, error) {
	return r.ReadMessage(context.Background()) // want severed-context "ctx is at hand"
}

func ReadWith(ctx context.Context, r *kafka.Reader) (kafka.Message, error) {
	return r.ReadMessage(ctx)
}

func Write(ctx context.Context, w *kafka.Writer, m kafka.Message) error {
	return w.WriteMessages(context.TODO(), m) // want severed-context "ctx is at hand"
}

func WriteWith(ctx context.Context, w *kafka.Writer, m kafka.Message) error {
	return w.WriteMessages(context.WithoutCancel(ctx), m)
}
