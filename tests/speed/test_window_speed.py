from speed import window_speed as bench


def test_the_bench_measures_every_page_first_frame_and_rest(monkeypatch):
    monkeypatch.setattr(bench, "REST_SECONDS", 0.05)
    monkeypatch.setattr(bench, "REPAINTS", 1)
    monkeypatch.setattr(bench, "TRIES", 1)
    figures = bench.measure()
    assert {"repaint play (ms)", "repaint debrief, trust (ms)", "first frame (s)"} <= set(figures)
    assert all(value >= 0 for value in figures.values())
