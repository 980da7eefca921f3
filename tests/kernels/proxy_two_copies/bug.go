// A proxy waits for one of its two copying directions; the other's error has nobody to receive it.
// fails: leak
// rule: abandoned-sender, undersized-channel
// in: splice
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
)

type side struct {
	r io.Reader
	w io.Writer
}

func pump(dst io.Writer, src io.Reader, errc chan<- error) {
	_, err := io.Copy(dst, src)
	errc <- err
}

func splice(client, backend side) error {
	errc := make(chan error)
	go pump(backend.w, client.r, errc)
	go pump(client.w, backend.r, errc)
	if err := <-errc; err != nil {
		return fmt.Errorf("splice: %w", err)
	}
	return nil
}

func main() {
	var up, down bytes.Buffer
	err := splice(side{strings.NewReader("ping"), &down}, side{strings.NewReader("pong"), &up})
	time.Sleep(10 * time.Millisecond)
	fmt.Println(err)
}
