// curfew: --level advice
// SIGINT arrives: ListenAndServe returns for no signal, so the deferred stop of the mailer is never reached.
package main

import (
	"net/http"
	"sync"
	"time"
)

type mailer struct {
	letters chan string
	wg      sync.WaitGroup
}

func newMailer(send func(string)) *mailer {
	m := &mailer{letters: make(chan string, 100)}
	m.wg.Add(1)
	go func() {
		defer m.wg.Done()
		for letter := range m.letters {
			send(letter)
		}
	}()
	return m
}

func (m *mailer) Close() {
	close(m.letters)
	m.wg.Wait()
}

func main() {
	mail := newMailer(func(string) {})
	defer mail.Close()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second, IdleTimeout: time.Minute}
	srv.ListenAndServe() // want exit-skips-defers[advice] "ListenAndServe"
}
