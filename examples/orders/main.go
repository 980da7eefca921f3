// Command orders takes orders over HTTP, reserves stock in the warehouse and mails receipts.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

type config struct {
	addr      string
	dsn       string
	warehouse string
	prices    string
	audit     string
}

func parseFlags() config {
	var cfg config
	flag.StringVar(&cfg.addr, "addr", ":8080", "address to listen on")
	flag.StringVar(&cfg.dsn, "db", "postgres://localhost/orders", "data source of the order database")
	flag.StringVar(&cfg.warehouse, "warehouse", "http://localhost:8081", "base URL of the warehouse")
	flag.StringVar(&cfg.prices, "prices", "http://localhost:8082/prices", "URL of the price list")
	flag.StringVar(&cfg.audit, "audit", "audit.log", "file that audit records are appended to")
	flag.Parse()
	return cfg
}

func main() {
	cfg := parseFlags()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	store, err := OpenStore(ctx, cfg.dsn)
	if err != nil {
		log.Fatalf("open store: %v", err)
	}
	outbox := NewOutbox(ctx, store)
	defer outbox.Close()
	defer store.Close()

	cache := NewCache(time.Minute)
	cache.StartEviction(10 * time.Second)

	api := &API{
		store:     store,
		outbox:    outbox,
		cache:     cache,
		prices:    NewPriceFeed(cfg.prices),
		warehouse: NewWarehouse(ctx, cfg.warehouse),
		events:    NewBroker(),
		auditPath: cfg.audit,
	}
	ln, err := net.Listen("tcp", cfg.addr)
	if err != nil {
		log.Fatalf("listen on %s: %v", cfg.addr, err)
	}
	if err := serve(ctx, ln, api.Routes()); err != nil {
		log.Printf("serve: %v", err)
	}
}

// serve answers requests until ctx is cancelled, then lets the ones under way finish.
func serve(ctx context.Context, ln net.Listener, h http.Handler) error {
	srv := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       2 * time.Minute,
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(ctx)
	})
	return g.Wait()
}
