// The listener fails: the goroutine ends the whole process, with main's Flush still pending.
package main

import (
	"bufio"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func main() {
	accessLog := bufio.NewWriter(os.Stderr)
	defer accessLog.Flush()
	accessLog.WriteString("starting\n")
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second, IdleTimeout: time.Minute}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want exit-skips-defers "Fatal"
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
	srv.Close()
}
