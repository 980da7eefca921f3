// A request tells the one who serves, and is answered; a deadline bounds the shutdown besides.
package cases

import (
	"context"
	"net/http"
	"time"
)

func Serve() error {
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	quit := make(chan struct{}, 1)
	mux := http.NewServeMux()
	mux.HandleFunc("/quit", func(w http.ResponseWriter, r *http.Request) {
		select {
		case quit <- struct{}{}:
		default:
		}
	})
	mux.HandleFunc("/hurry", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	})
	mux.HandleFunc("/later", func(w http.ResponseWriter, r *http.Request) {
		go srv.Shutdown(context.Background())
	})
	mux.HandleFunc("/afterwards", func(w http.ResponseWriter, r *http.Request) {
		go func() {
			srv.Shutdown(context.Background())
		}()
	})
	srv.Handler = mux
	go func() {
		<-quit
		srv.Shutdown(context.Background())
	}()
	return srv.ListenAndServe()
}
