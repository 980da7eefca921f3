package cases

import (
	"context"
	"net/http"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

func Ask(ctx context.Context, nc *nats.Conn) (*nats.Msg, error) {
	return nc.RequestWithContext(context.Background(), "jobs", nil) // want severed-context "ctx is at hand"
}

// AskFor has a timeout of its own.
func AskFor(ctx context.Context, nc *nats.Conn) (*nats.Msg, error) {
	return nc.Request("jobs", nil, time.Second)
}

func Publish(ctx context.Context, js jetstream.JetStream) error {
	_, err := js.Publish(context.TODO(), "jobs", nil) // want severed-context "ctx is at hand"
	return err
}

func PublishWith(ctx context.Context, js jetstream.JetStream) error {
	_, err := js.Publish(ctx, "jobs", nil)
	return err
}

// Notify answers before the message is sent, which nobody waits for.
func Notify(nc *nats.Conn) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		go func() { _ = nc.Publish("seen", nil) }() // want untracked-goroutine "talks to the network"
	}
}

func NotifyFirst(nc *nats.Conn) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_ = nc.Publish("seen", nil)
	}
}
