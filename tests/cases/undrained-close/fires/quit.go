// A quit channel ends the worker in place of a context.
package cases

import "net"

type Mailer struct {
	queue chan string
	quit  chan struct{}
	done  chan struct{}
	conn  net.Conn
}

func NewMailer(conn net.Conn) *Mailer {
	m := &Mailer{queue: make(chan string, 8), quit: make(chan struct{}), done: make(chan struct{}), conn: conn}
	go func() {
		defer close(m.done)
		for {
			select {
			case <-m.quit:
				return
			case msg := <-m.queue:
				m.conn.Write([]byte(msg))
			}
		}
	}()
	return m
}

func (m *Mailer) Send(msg string) { m.queue <- msg }

func (m *Mailer) Stop() {
	close(m.quit) // want undrained-close "m.queue"
	<-m.done
}
