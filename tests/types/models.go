package models

import (
	"context"
	. "fmt"
	"net/http"
	t "time"

	"golang.org/x/sync/errgroup"
)

// Types from the built-in models; members that a model lacks are unknown but have a home.
type server struct {
	http.Server
	group *errgroup.Group
}

func (s *server) run(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 5*t.Second)
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return s.ListenAndServe() })
	s.group = g
	tick := t.NewTicker(t.Minute)
	defer tick.Stop()
	select {
	case <-ctx.Done():
	case now := <-tick.C:
		Println(now)
	}
	t.NoSuchThing(1)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		<-r.Context().Done()
		r.Unmodelled(w)
	})
	return g.Wait()
}
