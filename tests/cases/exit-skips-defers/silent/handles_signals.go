// curfew: --level advice
// A signal is handled: Shutdown makes the serving call return, and the deferred stop runs.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type archive struct{ file *os.File }

func (a *archive) Close() error { return a.file.Close() }

func main() {
	store := &archive{file: os.Stdout}
	defer store.Close()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second, IdleTimeout: time.Minute}
	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		drained <- srv.Shutdown(grace)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
		return
	}
	if err := <-drained; err != nil {
		log.Print(err)
	}
}
