// The caller with a context calls any of many operations; that it is this one is not seen.
package cases

import "context"

type operation interface{ run() }

type pauses struct{ done chan struct{} }

func pause(ctx context.Context, done chan struct{}) {
	select {
	case <-done:
	case <-ctx.Done():
	}
}

func (p pauses) run() { pause(context.Background(), p.done) }

type prints struct{ text string }

func (p prints) run() { println(p.text) }

func execute(ctx context.Context, all []operation) {
	for _, o := range all {
		if ctx.Err() != nil {
			return
		}
		o.run()
	}
}

func executeBoth(ctx context.Context, done chan struct{}) {
	execute(ctx, []operation{pauses{done}, prints{"done"}})
}
