// The directive stands at the end of the spawn's own line.
package cases

import "time"

var seconds int

func startSeconds() {
	go tickSeconds() //curfew:detached the counter is meant to live until exit
}

func tickSeconds() {
	for range time.Tick(time.Second) {
		seconds++
	}
}
