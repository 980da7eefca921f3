// A connection that sends half a head, or nothing more, is kept until a limit closes it.
package proofs_server_without_timeouts

import (
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// closed tells whether the server closes a connection on which this is sent and nothing more.
func closed(t *testing.T, srv *http.Server, send string) bool {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	srv.Handler = http.NotFoundHandler()
	go srv.Serve(l)
	defer srv.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	io.WriteString(c, send)
	c.SetReadDeadline(time.Now().Add(500 * time.Millisecond))
	_, err = io.Copy(io.Discard, c)
	return err == nil
}

const half, whole = "GET / HTTP/1.1\r\nHost: x\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"

func TestWithoutLimitsBothStay(t *testing.T) {
	if closed(t, &http.Server{}, half) || closed(t, &http.Server{}, whole) {
		t.Error("the server closed the connection")
	}
}

func TestTheHeadIsLimited(t *testing.T) {
	if !closed(t, &http.Server{ReadHeaderTimeout: 50 * time.Millisecond}, half) {
		t.Error("the slow connection stays")
	}
	if closed(t, &http.Server{WriteTimeout: 50 * time.Millisecond}, half) {
		t.Error("a limit on answers closed it")
	}
}

func TestTheIdleConnectionIsLimited(t *testing.T) {
	if !closed(t, &http.Server{IdleTimeout: 50 * time.Millisecond}, whole) {
		t.Error("the idle connection stays")
	}
}
