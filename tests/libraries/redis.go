package cases

import (
	"context"
	"net/http"
	"time"

	"github.com/redis/go-redis/v9"
)

type Sessions struct {
	one   *redis.Client
	any   redis.UniversalClient
	pubit redis.Cmdable
}

func (s *Sessions) Load(w http.ResponseWriter, r *http.Request) {
	_ = s.one.Get(context.Background(), "session").Err() // want severed-context "r.Context() is at hand"
	_ = s.one.Get(r.Context(), "session").Err()
}

func (s *Sessions) Store(ctx context.Context) error {
	return s.any.Set(context.TODO(), "session", "x", time.Minute).Err() // want severed-context "ctx is at hand"
}

func (s *Sessions) StoreWith(ctx context.Context) error {
	return s.any.Set(ctx, "session", "x", time.Minute).Err()
}

func (s *Sessions) Announce(ctx context.Context) {
	s.pubit.Publish(context.Background(), "sessions", "x") // want severed-context "ctx is at hand"
}

// Forget runs for others than the caller, on purpose.
func (s *Sessions) Forget(ctx context.Context) {
	s.pubit.Publish(context.WithoutCancel(ctx), "sessions", "x")
}
