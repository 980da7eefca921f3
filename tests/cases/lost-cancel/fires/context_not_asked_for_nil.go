package a

import "context"

func shell(ctx context.Context, ask func() string, start chan<- context.Context) {
	var watch context.Context
	var stop context.CancelFunc
	for {
		switch ask() {
		case "quit":
			if stop != nil {
				stop()
			}
			return
		case "watch":
			watch, stop = context.WithCancel(ctx) // want lost-cancel "not called on every path"
			start <- watch
		case "stop":
			if watch == nil {
				continue
			}
			stop()
			watch = nil
		}
	}
}
