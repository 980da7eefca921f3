// The function with the deferred Flush is long gone when the goroutine that it starts exits.
package main

import (
	"bufio"
	"log"
	"net/http"
	"os"
	"os/signal"
)

type app struct{ lines []string }

func (a *app) start(out *bufio.Writer) {
	defer out.Flush()
	go func() {
		log.Fatal(http.ListenAndServe(":8080", nil))
	}()
	out.WriteString("started\n")
}

func main() {
	a := &app{}
	for range os.Args {
		a.start(bufio.NewWriter(os.Stdout))
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
}
