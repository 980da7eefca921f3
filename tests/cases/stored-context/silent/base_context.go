// The server asks for a base context once for each listener; the field is the lifetime of what it serves.
package cases

import (
	"context"
	"net"
	"net/http"
	"time"
)

type Site struct {
	ctx    context.Context
	cancel context.CancelFunc
	srv    *http.Server
}

func NewSite(parent context.Context, h http.Handler) *Site {
	s := &Site{}
	s.ctx, s.cancel = context.WithCancel(parent)
	s.srv = &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       time.Minute,
		BaseContext:       func(net.Listener) context.Context { return s.ctx },
	}
	return s
}

func (s *Site) Close(ctx context.Context) error {
	defer s.cancel()
	return s.srv.Shutdown(ctx)
}
