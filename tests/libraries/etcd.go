package cases

import (
	"context"
	"net/http"

	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

func Get(ctx context.Context, c *clientv3.Client, key string) error {
	_, err := c.Get(context.Background(), key) // want severed-context "ctx is at hand"
	return err
}

func GetWith(ctx context.Context, c *clientv3.Client, key string) error {
	_, err := c.Get(ctx, key)
	return err
}

// Swap starts its transaction with a root; Commit is what waits.
func Swap(w http.ResponseWriter, r *http.Request, kv clientv3.KV) error {
	txn := kv.Txn(context.Background()).Then(clientv3.OpPut("a", "b")) // want severed-context "r.Context() is at hand"
	_, err := txn.Commit()
	return err
}

func SwapWith(w http.ResponseWriter, r *http.Request, kv clientv3.KV) error {
	_, err := kv.Txn(r.Context()).Then(clientv3.OpPut("a", "b")).Commit()
	return err
}

// Lead goes on waiting to be the leader when its caller has given up.
func Lead(ctx context.Context, s *concurrency.Session, name string) error {
	election := concurrency.NewElection(s, "/leader")
	return election.Campaign(context.Background(), name) // want severed-context "ctx is at hand"
}

func LeadWith(ctx context.Context, s *concurrency.Session, name string) error {
	election := concurrency.NewElection(s, "/leader")
	return election.Campaign(clientv3.WithRequireLeader(ctx), name)
}
