package a

import "context"

// The context is nil where no cancel function is owed.
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
			if watch != nil {
				continue
			}
			watch, stop = context.WithCancel(ctx)
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
