// Run time: each request leaves a goroutine behind.
package main

import "net/http"

func stream(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
	select {} // want empty-select "the request it serves never ends"
}

func main() {
	http.HandleFunc("/stream", stream)
	_ = http.ListenAndServe("localhost:8080", nil)
}
